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
    let lift = null, press = null, swallow = false, isOld = false, isSending = false, news = '';

    const say = text => { told.textContent = text };
    const blockOf = uid => [...week.querySelectorAll('a.block')].find(b => b.dataset.uid === uid && b.offsetParent);

    async function load(address) {
      const answer = await fetch(address, {headers: {Accept: 'text/html'}}).catch(() => null);
      if (!answer || !answer.ok || answer.redirected) return null;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      return page.getElementById('desk') ? page : null;
    }
    function show(page) {
      const fresh = page.getElementById('desk').dataset;
      words.state = fresh.state; words.here = fresh.here; words.day = fresh.day;
      week.replaceChildren(...page.getElementById('week').childNodes);
      document.querySelector('h1').replaceChildren(...page.querySelector('h1').childNodes);
      document.getElementById('doors').replaceChildren(...page.getElementById('doors').childNodes);
    }

    // The week as it is now. What is focused by then and where it is scrolled to stays.
    async function refresh(query = '', focus) {
      const page = await load(words.here + query);
      if (!page) return offline(true);
      if (lift || press) { isOld = true; return }
      const left = week.querySelector('.deskgrid')?.scrollLeft;
      focus ??= document.activeElement?.dataset?.uid;
      show(page);
      if (left) week.querySelector('.deskgrid').scrollLeft = left;
      if (query) told.replaceChildren(...page.getElementById('told').childNodes);
      else if (news) say(news);
      news = '';
      if (focus) blockOf(focus)?.focus({preventScroll: !query});
      isOld = false;
    }
    function offline(is) { document.getElementById('offline').hidden = !is }

    // Lifting, aiming, dropping: the same for keys, mouse and finger.
    function start(block, how, x = 0, y = 0) {
      const from = block.closest('td');
      lift = {block, how, x, y, from, slot: from.dataset.slot, to: null, home: null, kinds: {}, name: block.dataset.title};
      block.classList.add('lifted');
      say(`${words.lifted}: ${lift.name}, ${lift.from.dataset.name}`);
      look();
    }
    function look() {
      const now = lift, day = words.day;
      now.kinds = {};
      fetch(`${now.block.getAttribute('href')}/targets?day=${day}`, {headers: {Accept: 'application/json'}}).then(a => a.json()).then(data => {
        if (lift !== now || day !== words.day) return;
        now.kinds = data.slots;
        for (const td of week.querySelectorAll('td[data-slot]')) td.dataset.aim = data.slots[td.dataset.slot]?.kind ?? 'closed';
        if (now.to) aim(now.to);
      }).catch(() => {});
    }
    // Beyond the edge of the week comes the next one, with the broadcast in the hand.
    async function turn(way, row) {
      const now = lift, link = week.querySelector(way > 0 ? '.steps [rel=next]' : '.steps [rel=prev]');
      if (!link || now.isTurning) return;
      now.isTurning = true;
      const page = await load(link.getAttribute('href'));
      if (lift !== now) return;
      now.isTurning = false;
      if (!page) return offline(true);
      now.home ??= words.here;
      const list = now.block.closest('li');
      show(page);
      for (const twin of [...week.querySelectorAll('a.block')].filter(b => b.dataset.uid === now.block.dataset.uid)) twin.closest('li').remove();
      const hand = document.createElement('ul');
      hand.className = 'blocks carried';
      hand.append(list);
      week.prepend(hand);
      now.block.focus({preventScroll: true});
      const rows = week.querySelector('table.grid')?.rows, cells = rows && (rows[Math.min(row, rows.length - 1)] ?? rows[1]).cells;
      aim(cells?.[way > 0 ? 1 : cells.length - 1]);
      look();
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
    // Back where it was lifted, which may be another week.
    function back(done, text) {
      say(text);
      if (done.home) { words.here = done.home; refresh('', done.block.dataset.uid); return }
      done.block.focus();
      if (isOld) refresh();
    }
    function cancel() { back(end(), words.kept) }
    async function drop() {
      const to = lift.to, slot = to?.dataset.slot;
      if (!to || to === lift.from || slot === lift.slot && slot || to.contains(lift.block)) return cancel();
      if (!slot || (lift.kinds[slot]?.kind ?? 'open') === 'closed' || isSending) {
        const why = `${to.dataset.name}: ${lift.kinds[slot]?.says ?? words.closed}`;
        return back(end(), `${words.kept} ${why}`);
      }
      const done = end(), {block, name} = done, list = block.closest('li'), home = list.parentElement, next = list.nextSibling;
      to.querySelector('ul').append(list);
      block.focus({preventScroll: true});
      week.querySelector('.carried')?.remove();
      block.classList.add('sending'); isSending = true;
      say(`${words.sending} ${name} → ${to.dataset.name}`);
      const grid = week.querySelector('table.grid');
      const answer = await fetch(block.getAttribute('href'), {method: 'POST', headers: {Accept: 'application/json'},
        body: new URLSearchParams({token: grid.dataset.token, slot, seen: block.dataset.version, fixed: 'yes'})}).catch(() => null);
      isSending = false;
      const data = await answer?.json().catch(() => null);
      if (answer?.ok && data?.leads) return refresh('&' + data.leads, block.dataset.uid);
      block.classList.remove('sending');
      if (!done.home) home.insertBefore(list, next);
      back(done, `${words.back} ${data?.message ?? words.lost}`);
      if (!done.home && answer?.status === 412) refresh('', block.dataset.uid);
    }

    // Keys.
    week.addEventListener('keydown', e => {
      const block = e.target.closest('a.block');
      if (!block || lift?.block !== block && !week.querySelector('table.grid[data-move]')?.contains(block)) return;
      if (!lift) { if (e.key === ' ' && !isSending) { e.preventDefault(); start(block, 'keys') } return }
      if (lift.how !== 'keys') return;
      const step = {ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0]}[e.key];
      if (step) {
        e.preventDefault();
        const at = lift.to ?? lift.from;
        if (!at.isConnected) { if (step[1]) turn(step[1], 1); return }
        const row = at.parentElement.rowIndex + step[0], td = at.closest('table').rows[row]?.cells[at.cellIndex + step[1]];
        if (step[1] && td?.tagName !== 'TD') turn(step[1], row);
        else if (td?.tagName === 'TD') { td.scrollIntoView({block: 'nearest', inline: 'nearest'}); aim(td) }
      } else if (e.key === ' ' || e.key === 'Enter') { e.preventDefault(); drop() }
      else if (e.key === 'Escape' || e.key === 'Tab') { if (e.key === 'Escape') e.preventDefault(); cancel() }
    });

    // A pin is set and taken out where it is.
    week.addEventListener('submit', async e => {
      const form = e.target.closest('form.pin');
      if (!form) return;
      e.preventDefault();
      if (lift || isSending) return;
      isSending = true;
      const answer = await fetch(form.action, {method: 'POST', headers: {Accept: 'application/json'}, body: new URLSearchParams(new FormData(form))}).catch(() => null);
      isSending = false;
      const data = await answer?.json().catch(() => null), uid = form.dataset.uid;
      if (!answer?.ok) say(data?.message ?? words.lost);
      await refresh(answer?.ok && data?.leads ? '&' + data.leads : '', '');
      [...week.querySelectorAll('form.pin')].find(f => f.dataset.uid === uid && f.offsetParent)?.querySelector('button').focus({preventScroll: true});
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

    // What others do: the server names the state of the plan, and says who moved what.
    let source = null, retry = null;
    function listen() {
      source?.close(); source = null; clearTimeout(retry);
      if (document.hidden) return;
      source = new EventSource(words.live);
      source.onopen = () => offline(false);
      // A browser that gave up does not come again by itself.
      source.onerror = () => { offline(true); if (source?.readyState === EventSource.CLOSED) { clearTimeout(retry); retry = setTimeout(listen, 3000) } };
      source.addEventListener('told', e => { news = e.data });
      source.addEventListener('state', e => { if (e.data !== words.state) { if (lift || press || isSending) isOld = true; else refresh() } });
    }
    document.addEventListener('visibilitychange', listen);
    addEventListener('online', listen);
    addEventListener('offline', () => offline(true));
    listen();

    """#
}
