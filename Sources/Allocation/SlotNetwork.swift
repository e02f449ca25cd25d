import ScheduleModel

/// A flow network that ends in the slots of a plan, each of which takes as many works as it has room for.
struct SlotNetwork {
  var flow = FlowNetwork()
  let source: Int
  private let sink: Int
  private let room: [Int]
  private var nodes: [Int?]

  /// - Parameter room: Works that fit into each slot.
  init(room: [Int]) {
    self.room = room
    nodes = Array(repeating: nil, count: room.count)
    source = flow.addNode()
    sink = flow.addNode()
  }

  /// An arc into a slot.
  mutating func addArc(from node: Int, toSlot slot: Int, cost: FlowNetwork.Cost = .free) -> Int {
    flow.addArc(from: node, to: self.node(of: slot), capacity: room[slot], cost: cost)
  }

  private mutating func node(of slot: Int) -> Int {
    if let node = nodes[slot] { return node }
    let node = flow.addNode()
    flow.addArc(from: node, to: sink, capacity: room[slot])
    nodes[slot] = node
    return node
  }

  /// Sends works to the slots; what was sent before keeps a slot.
  /// - Returns: How many found one.
  @discardableResult
  mutating func send(_ works: Int, from node: Int) -> Int { flow.send(works, from: node, to: sink) }

  /// Puts a work into one of some slots; later works may move it among these, never out.
  /// - Returns: The arcs to the slots, in their order; `nil` when no room can be made.
  mutating func pin(to slots: [Int]) -> [Int]? {
    let node = flow.addNode()
    let arcs = slots.map { addArc(from: node, toSlot: $0) }
    return send(1, from: node) == 1 ? arcs : nil
  }
}
