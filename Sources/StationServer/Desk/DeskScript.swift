import Digests

/// The only script of the server: what a hand does on the desk that a form does too, and the week as others change it.
///
/// It sends the same form as the page of a broadcast. Slots, days and sentences are the server's: nothing is computed
/// about time in the browser.
enum DeskScript {
  /// By which the script is known again.
  static let digest = String(Digest.sha256(Array(text.utf8)).prefix(16))

  /// Where it is served; another one whenever the script is.
  static let path = "/assets/\(digest)/desk.js"

  static let text = #"""
    const desk = document.getElementById('desk'), told = document.getElementById('told'), week = document.getElementById('week');
    const words = desk.dataset;
    let lift = null, press = null, swallow = false, isOld = false, isSending = false;

    const say = text => { told.textContent = text };
    const blockOf = uid => [...week.querySelectorAll('a.block')].find(b => b.dataset.uid === uid && b.offsetParent);

    // The week as it is now. What is focused and where it is scrolled to stays.
    async function refresh(query = '', focus = document.activeElement?.dataset?.uid) {
      const answer = await fetch(words.here + query, {headers: {Accept: 'text/html'}}).catch(() => null);
      if (!answer || !answer.ok || answer.redirected) return offline(true);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.getElementById('desk');
      if (!fresh) return offline(true);
      if (lift || press) { isOld = true; return }
      const grid = week.querySelector('.deskgrid'), left = grid?.scrollLeft;
      words.state = fresh.dataset.state;
      week.replaceChildren(...page.getElementById('week').childNodes);
      document.getElementById('doors').replaceChildren(...page.getElementById('doors').childNodes);
      if (left) week.querySelector('.deskgrid').scrollLeft = left;
      if (query) told.replaceChildren(...page.getElementById('told').childNodes);
      if (focus) blockOf(focus)?.focus({preventScroll: !query});
      isOld = false;
    }
    function offline(is) { document.getElementById('offline').hidden = !is }

    // Lifting, aiming, dropping: the same for keys, mouse and finger.
    function start(block, how, x = 0, y = 0) {
      const now = lift = {block, how, x, y, from: block.closest('td'), to: null, kinds: {}, name: block.dataset.title};
      block.classList.add('lifted');
      say(`${words.lifted}: ${lift.name}, ${lift.from.dataset.name}`);
      fetch(`${block.getAttribute('href')}/targets?day=${words.day}`, {headers: {Accept: 'application/json'}}).then(a => a.json()).then(data => {
        if (lift !== now) return;
        lift.kinds = data.slots;
        for (const td of week.querySelectorAll('td[data-slot]')) td.dataset.aim = data.slots[td.dataset.slot]?.kind ?? 'closed';
        if (lift.to) aim(lift.to);
      }).catch(() => {});
    }
    function aim(td) {
      week.querySelector('td.target')?.classList.remove('target');
      lift.to = td ?? null;
      if (!td) return;
      td.classList.add('target');
      const slot = lift.kinds[td.dataset.slot];
      say(`${td.dataset.name}: ${slot ? slot.says : td.dataset.slot && !Object.keys(lift.kinds).length ? '…' : words.closed}`);
    }
    function end() {
      const done = lift;
      done.block.classList.remove('lifted');
      done.block.style.transform = '';
      for (const td of week.querySelectorAll('td[data-slot]')) delete td.dataset.aim;
      week.querySelector('td.target')?.classList.remove('target');
      lift = null;
      return done;
    }
    function cancel() { const done = end(); say(words.kept); done.block.focus(); if (isOld) refresh() }
    async function drop() {
      const to = lift.to, slot = to?.dataset.slot;
      if (!to || to === lift.from || to.contains(lift.block)) return cancel();
      if (!slot || (lift.kinds[slot]?.kind ?? 'open') === 'closed' || isSending) {
        const why = `${to.dataset.name}: ${lift.kinds[slot]?.says ?? words.closed}`;
        const done = end(); say(`${words.kept} ${why}`); done.block.focus(); if (isOld) refresh(); return;
      }
      const {block, name} = end(), list = block.closest('li'), home = list.parentElement, next = list.nextSibling;
      to.querySelector('ul').append(list);
      block.classList.add('sending'); isSending = true;
      say(`${words.sending} ${name} → ${to.dataset.name}`);
      const grid = week.querySelector('table.grid');
      const answer = await fetch(block.getAttribute('href'), {method: 'POST', headers: {Accept: 'application/json'},
        body: new URLSearchParams({token: grid.dataset.token, slot, seen: block.dataset.version, fixed: 'yes'})}).catch(() => null);
      isSending = false;
      const data = await answer?.json().catch(() => null);
      if (answer?.ok && data?.leads) return refresh('&' + data.leads, block.dataset.uid);
      block.classList.remove('sending');
      home.insertBefore(list, next);
      say(`${words.back} ${data?.message ?? words.lost}`);
      block.focus();
      if (answer?.status === 412) refresh('', block.dataset.uid);
    }

    // Keys.
    week.addEventListener('keydown', e => {
      const block = e.target.closest('a.block');
      if (!block || !week.querySelector('table.grid[data-move]')?.contains(block)) return;
      if (!lift) { if (e.key === ' ' && !isSending) { e.preventDefault(); start(block, 'keys') } return }
      if (lift.how !== 'keys') return;
      const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[e.key];
      if (step) {
        e.preventDefault();
        const at = lift.to ?? lift.from, row = at.parentElement.rowIndex + step[0], table = at.closest('table');
        const td = table.rows[row]?.cells[at.cellIndex + step[1]];
        if (td?.tagName === 'TD') { td.scrollIntoView({block: 'nearest', inline: 'nearest'}); aim(td) }
      } else if (e.key === ' ' || e.key === 'Enter') { e.preventDefault(); drop() }
      else if (e.key === 'Escape' || e.key === 'Tab') { if (e.key === 'Escape') e.preventDefault(); cancel() }
    });

    // Mouse and pen after five pixels, a finger after it rested for 350 ms.
    week.addEventListener('dragstart', e => { if (e.target.closest('a.block')) e.preventDefault() });
    week.addEventListener('pointerdown', e => {
      const block = e.target.closest('table.grid[data-move] a.block');
      if (!block || e.button || lift || isSending) return;
      press = {block, x: e.clientX, y: e.clientY, id: e.pointerId};
      if (e.pointerType === 'touch') press.timer = setTimeout(() => { if (press) start(press.block, 'finger', press.x, press.y) }, 350);
    });
    addEventListener('pointermove', e => {
      if (press && !lift) {
        const far = Math.hypot(e.clientX - press.x, e.clientY - press.y);
        if (e.pointerType !== 'touch') { if (far > 5) start(press.block, 'mouse', press.x, press.y) }
        else if (far > 10) { clearTimeout(press.timer); press = null }
      }
      if (!lift || lift.how === 'keys') return;
      lift.block.style.transform = `translate(${e.clientX - lift.x}px,${e.clientY - lift.y}px)`;
      const td = document.elementFromPoint(e.clientX, e.clientY)?.closest('table.grid td');
      if (td !== lift.to) aim(td);
      const edge = week.querySelector('.deskgrid'), box = edge.getBoundingClientRect();
      if (e.clientX > box.right - 30) edge.scrollLeft += 12; else if (e.clientX < box.left + 30) edge.scrollLeft -= 12;
    });
    function release(keeps) {
      clearTimeout(press?.timer);
      press = null;
      if (!lift || lift.how === 'keys') { if (isOld && !lift) refresh(); return }
      swallow = true; setTimeout(() => { swallow = false }, 50);
      if (keeps) drop(); else cancel();
    }
    addEventListener('pointerup', () => release(true));
    addEventListener('pointercancel', () => release(false));
    addEventListener('touchmove', e => { if (lift) e.preventDefault() }, {passive: false});
    addEventListener('contextmenu', e => { if (lift || press?.timer) e.preventDefault() });
    addEventListener('click', e => { if (swallow) { e.preventDefault(); e.stopPropagation() } }, true);
    addEventListener('keydown', e => { if (e.key === 'Escape' && lift && lift.how !== 'keys') { press = null; cancel() } });

    // What others do: the server names the state of the plan, nothing else.
    let source = null, retry = null;
    function listen() {
      source?.close(); source = null; clearTimeout(retry);
      if (document.hidden) return;
      source = new EventSource(words.live);
      source.onopen = () => offline(false);
      // A browser that gave up does not come again by itself.
      source.onerror = () => { offline(true); if (source?.readyState === EventSource.CLOSED) { clearTimeout(retry); retry = setTimeout(listen, 3000) } };
      source.addEventListener('state', e => { if (e.data !== words.state) { if (lift || press || isSending) isOld = true; else refresh() } });
    }
    document.addEventListener('visibilitychange', listen);
    addEventListener('online', listen);
    addEventListener('offline', () => offline(true));
    listen();

    """#
}
