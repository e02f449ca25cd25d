"""Works on the desk of a server as people do: desk.py ADDRESS LOGIN PASSWORD PICTURES PLAN DAY

Signs in with the password for one time, then moves broadcasts of the week of DAY with keys alone, with the mouse and with a
finger, with two browsers at once, and without a script; looks at every page of the desk with axe, on a screen, a telephone,
in the dark and on paper. Prints what is wrong, a line each, and nothing when all is well.
"""
import sys
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

address, login, password, pictures, plan, day = sys.argv[1:]
DESK = f"{address}/p/{plan}/desk"
WEEK = f"{DESK}?day={day}&lang=vi"
CHOSEN = "một câu dài để thử bàn"
axe = Axe()
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def look(page, name):
    """What axe finds on a page, and whether it is wider than the screen."""
    for violation in axe.run(page).response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        wrong.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append(f"{name}: the page is wider than the screen")


def told(page):
    return page.locator("#told").inner_text()


def place(page, uid):
    """The cell in which a broadcast is."""
    return page.locator(f'table.grid a.block[data-uid="{uid}"]').evaluate("b => b.closest('td').dataset.name")


def inside(page, uid):
    """A point inside a broadcast's block, once it is there: a change that the browser was just told of sets the week anew."""
    page.wait_for_function(
        "uid => document.querySelector(`table.grid a.block[data-uid='${uid}']`)?.getBoundingClientRect().width > 0", arg=uid)
    x, y = page.evaluate("""uid => {
      const block = document.querySelector(`table.grid a.block[data-uid='${uid}']`);
      block.scrollIntoView({block: 'nearest', inline: 'nearest'});
      const box = block.getBoundingClientRect();
      return [box.x, box.y] }""", uid)
    return x + 20, y + 20


def lift(page, uid):
    """Lifts a broadcast with the keyboard and waits until the targets are known."""
    page.locator(f'table.grid a.block[data-uid="{uid}"]').focus()
    page.keyboard.press(" ")
    page.locator("td[data-aim]").first.wait_for(timeout=60_000)


def movable(page):
    """The broadcasts of the week that have an open slot beside them in their own row."""
    found = []
    for uid in page.locator("table.grid a.block").evaluate_all("all => all.map(b => b.dataset.uid)"):
        lift(page, uid)
        if page.evaluate("document.querySelector('.lifted').closest('tr').querySelector('td[data-aim=open]') !== null"):
            found.append(uid)
        page.keyboard.press("Escape")
    return found


def target(page, kind="open"):
    """The middle of the first cell of a kind on the screen."""
    box = page.locator(f"td[data-aim={kind}]").first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    def visitor(**options):
        context = browser.new_context(locale="vi-VN", **{"viewport": {"width": 1280, "height": 900}, **options})
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        return page

    an = visitor()
    an.goto(DESK)
    an.get_by_label("Tên đăng nhập").fill(login)
    an.get_by_label("Mật khẩu").fill(password)
    an.keyboard.press("Enter")
    an.get_by_label("Mật khẩu hiện nay").fill(password)
    an.get_by_label("Mật khẩu mới").fill(CHOSEN)
    an.get_by_label("Gõ lại lần nữa").fill(CHOSEN)
    an.get_by_role("button", name="Lưu").click()
    state = an.context.storage_state()
    binh = visitor(storage_state=state)

    an.goto(WEEK)
    binh.goto(WEEK)
    uids = movable(an)
    first, second = uids[:2]
    home = place(an, first)

    # Keys alone: lifting and leaving changes nothing, dropping moves, the focus follows, and the other browser sees it.
    lift(an, first)
    check("Đã nhấc lên" in told(an), f"lifting is not told: {told(an)}")
    an.keyboard.press("Escape")
    check(place(an, first) == home and "Để nguyên" in told(an), f"Esc does not leave it: {told(an)}")
    lift(an, first)
    wanted = an.evaluate("""() => {
      const from = document.querySelector('.lifted').closest('td');
      const row = [...from.parentElement.cells].filter(td => td.tagName === 'TD' && td !== from && td.dataset.aim === 'open');
      return row.length ? {steps: row[0].cellIndex - from.cellIndex, name: row[0].dataset.name} : null }""")
    for _ in range(abs(wanted["steps"])):
        an.keyboard.press("ArrowRight" if wanted["steps"] > 0 else "ArrowLeft")
    check(wanted["name"] in told(an), f"the aim is not told: {told(an)}")
    an.keyboard.press(" ")
    an.get_by_role("button", name="Hoàn tác").wait_for()
    check(place(an, first) == wanted["name"], "the keys did not move it")
    check(an.evaluate("document.activeElement.dataset.uid") == first, "the focus did not follow")
    binh.wait_for_function(
        "([uid, name]) => document.querySelector(`table.grid a.block[data-uid='${uid}']`)?.closest('td').dataset.name === name",
        arg=[first, wanted["name"]])

    # Whoever saw the former state is told who was faster, and the block goes back.
    binh.evaluate("uid => { document.querySelector(`table.grid a.block[data-uid='${uid}']`).dataset.version = '0' }", first)
    lift(binh, first)
    x, y = target(binh)
    binh.keyboard.press("Escape")
    left, top = inside(binh, first)
    binh.mouse.move(left, top)
    binh.mouse.down()
    binh.mouse.move(left + 3, top)
    check(binh.locator(".lifted").count() == 0, "the mouse lifts before it moved five pixels")
    binh.mouse.move(left + 20, top + 4, steps=4)
    binh.locator("td[data-aim=open]").first.wait_for()
    binh.mouse.move(x, y, steps=6)
    binh.mouse.up()
    binh.wait_for_function("() => document.getElementById('told').textContent.includes('Đã trả về chỗ cũ')")
    check("vừa đổi lượt này" in told(binh), f"the late one is not told who was faster: {told(binh)}")
    binh.wait_for_function(
        "([uid, name]) => document.querySelector(`table.grid a.block[data-uid='${uid}']`)?.closest('td').dataset.name === name",
        arg=[first, wanted["name"]])

    # Undo is in the status line.
    an.get_by_role("button", name="Hoàn tác").click()
    an.wait_for_url("**/desk?**did=**")
    check(place(an, first) == home, "undo did not take it back")

    # The mouse.
    an.goto(WEEK)
    left, top = inside(an, first)
    an.mouse.move(left, top)
    an.mouse.down()
    an.mouse.move(left + 20, top + 4, steps=4)
    an.locator("td[data-aim=open]").first.wait_for()
    an.screenshot(path=f"{pictures}/desk-lifted.png")
    x, y = target(an)
    an.mouse.move(x, y, steps=6)
    an.mouse.up()
    an.get_by_role("button", name="Hoàn tác").wait_for()
    check(place(an, first) != home, "the mouse did not move it")

    # Arrows beyond the edge of the week go to the next one; Esc leaves the broadcast where it was, in its own week.
    an.goto(WEEK)
    home, span = place(an, first), an.locator("h1 .soft").inner_text()
    lift(an, first)
    for _ in range(8):
        an.keyboard.press("ArrowRight")
        if an.locator(".carried").count():
            break
        an.wait_for_timeout(50)
    an.locator(".carried").wait_for()
    an.locator("td[data-aim]").first.wait_for()
    check(an.locator("h1 .soft").inner_text() != span, "the arrow did not go to the next week")
    check(an.evaluate("document.activeElement.dataset.uid") == first, "the focus is lost beyond the week")
    an.keyboard.press("Escape")
    an.wait_for_function("span => document.querySelector('h1 .soft').textContent === span", arg=span)
    check(place(an, first) == home, "Esc in another week moved it")
    lift(an, first)
    # Back to the nearest week in which it has an open slot; later ones leave its versions too few days.
    for _ in range(8):
        span = an.locator("h1 .soft").inner_text()
        for _ in range(9):
            an.keyboard.press("ArrowLeft")
            an.wait_for_timeout(100)
            if an.locator("h1 .soft").inner_text() != span:
                break
        an.locator("td[data-aim]").first.wait_for()
        if an.locator("td[data-aim=open]").count():
            break
    for _ in range(60):
        if an.locator("td.target[data-aim=open]").count():
            break
        steps = an.evaluate("""() => { const to = document.querySelector('td.target'), all = [...document.querySelectorAll('td[data-aim=open]')];
          const near = all[0]; return [near.parentElement.rowIndex - to.parentElement.rowIndex, near.cellIndex - to.cellIndex] }""")
        an.keyboard.press("ArrowDown" if steps[0] > 0 else "ArrowUp" if steps[0] < 0 else "ArrowRight" if steps[1] > 0 else "ArrowLeft")
    aimed = an.evaluate("document.querySelector('td.target').dataset.name")
    an.keyboard.press(" ")
    an.get_by_role("button", name="Hoàn tác").wait_for()
    check(place(an, first) == aimed, "it was not dropped in the other week")
    an.get_by_role("button", name="Hoàn tác").click()
    an.wait_for_url("**/desk?**did=**")

    # A pin is set and taken out in place.
    an.goto(WEEK)
    pin = f'table.grid form.pin[data-uid="{second}"] button'
    was = an.locator(pin).get_attribute("aria-pressed")
    an.locator(pin).click()
    an.wait_for_function("([pin, was]) => document.querySelector(pin).getAttribute('aria-pressed') !== was", arg=[pin, was])
    check("cố định" in told(an), f"the pin is not told: {told(an)}")
    an.locator(pin).click()
    an.wait_for_function("([pin, was]) => document.querySelector(pin).getAttribute('aria-pressed') === was", arg=[pin, was])

    # A finger: a swipe scrolls, a rest of 350 ms lifts.
    tablet = visitor(storage_state=state, has_touch=True, viewport={"width": 1024, "height": 700})
    tablet.goto(WEEK)
    finger = tablet.context.new_cdp_session(tablet)

    def touch(kind, *points):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    at = inside(tablet, second)
    before = place(tablet, second)
    touch("touchStart", at)
    touch("touchMove", (at[0], at[1] - 40))
    tablet.wait_for_timeout(500)
    check(tablet.locator(".lifted").count() == 0, "a swipe lifts")
    touch("touchEnd")
    at = inside(tablet, second)
    touch("touchStart", at)
    tablet.locator("td[data-aim=open]").first.wait_for()
    x, y = target(tablet)
    touch("touchMove", (at[0] + 5, at[1] + 5))
    touch("touchMove", (x, y))
    touch("touchEnd")
    tablet.get_by_role("button", name="Hoàn tác").wait_for()
    check(place(tablet, second) != before, "the finger did not move it")

    # Without a script: the form.
    plain = visitor(storage_state=state, java_script_enabled=False)
    plain.goto(WEEK)
    plain.locator(f'table.grid a.block[data-uid="{second}"]').click()
    choice = plain.locator(".choice.open input").first
    choice.check()
    plain.get_by_label("Lý do").fill("thử mẫu")
    plain.get_by_role("button", name="Dời", exact=True).click()
    plain.wait_for_url("**/desk?**did=**")
    check("Đã dời" in told(plain), "the form did not move it")

    # A broadcast makes room for another and comes back.
    for picture, (width, height) in {"1280": (1280, 900), "390": (390, 844)}.items():
        plain.set_viewport_size({"width": width, "height": height})
        plain.goto(WEEK)
        plain.locator(f'a.block[data-uid="{second}"]:visible').first.click()
        plain.screenshot(path=f"{pictures}/room-form-{picture}.png", full_page=True)
        plain.get_by_role("button", name="Bỏ ra khỏi khung").click()
        check("ra khỏi khung" in told(plain), f"it did not make room: {told(plain)}")
        check(plain.locator(f'a.block[data-uid="{second}"]').count() == 0, "it is still in the week")
        plain.screenshot(path=f"{pictures}/room-{picture}.png")
        plain.get_by_role("button", name="Hoàn tác").click()
        check("Đã hoàn tác" in told(plain), f"it did not come back: {told(plain)}")
        check(plain.locator(f'a.block[data-uid="{second}"]').count() > 0, "it is not in the week again")
    plain.set_viewport_size({"width": 1280, "height": 900})

    # Offline is said, and taken back.
    an.context.set_offline(True)
    an.locator("#offline").wait_for(state="visible")
    an.context.set_offline(False)
    an.locator("#offline").wait_for(state="hidden")

    # Every page, as people see it.
    form = an.locator("table.grid a.block").first.get_attribute("href")
    paths = [f"/p/{plan}/desk?day={day}", f"/p/{plan}/desk?day={day}&view=month", f"/p/{plan}/desk/unplaced", form,
             f"/p/{plan}/desk/publish", f"/p/{plan}/desk/plan", f"/p/{plan}/desk/plan/text",
             f"/p/{plan}/desk/plan/lines/tin", f"/p/{plan}/desk/plan/grid/+", f"/p/{plan}/desk/plan/outlets/bao",
             f"/p/{plan}/desk/plan/topics/+", f"/p/{plan}/desk/plan/counts/+", f"/p/{plan}/desk/plan/repeats/+",
             f"/p/{plan}/desk/paste/lines", f"/p/{plan}/desk/calendar", f"/p/{plan}/desk/replan",
             f"/p/{plan}/desk/languages?day={day}", f"/p/{plan}/desk/closes"]
    for width, height, scheme in [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light")]:
        an.set_viewport_size({"width": width, "height": height})
        an.emulate_media(color_scheme=scheme)
        for path in paths:
            an.goto(address + path)
            look(an, f"{path} at {width}, {scheme}")
            name = path.removeprefix(f"/p/{plan}/").split("?")[0].replace("/", "-")[:24]
            an.screenshot(path=f"{pictures}/{name}-{width}-{scheme}.png")
    an.set_viewport_size({"width": 1280, "height": 900})
    an.emulate_media(media="print")
    an.goto(WEEK)
    an.pdf(path=f"{pictures}/desk.pdf", prefer_css_page_size=True, print_background=True)
    an.emulate_media(media="screen", color_scheme="light")
    script = an.locator("script[src]").get_attribute("src")
    size = len(an.request.get(address + script).body())
    check(size < 20_000, f"the script has {size} octets")

    # Without a script: cells from Excel are pasted, looked at, and stored; a row is taken out.
    plain.goto(f"{DESK}/plan?lang=vi")
    plain.get_by_role("group").filter(has=plain.get_by_text("Chỉ tiêu", exact=True)).get_by_role("link", name="Dán từ Excel").click()
    plain.get_by_label("Vùng ô").fill("Mã\tSố lượng\ntin\thai ba tin\n")
    plain.get_by_role("button", name="Xem từng ô (chưa ghi)").click()
    check(plain.locator("td .wrong").count() == 1, "a cell that is not understood is not told")
    check(plain.get_by_role("button", name="Tiếp: xem ảnh hưởng (chưa ghi)").count() == 0, "a refused range goes on")
    plain.screenshot(path=f"{pictures}/pasted-refused.png", full_page=True)
    plain.get_by_label("Vùng ô").fill("Mã\tSố lượng\ntin\t71 tin\n")
    plain.get_by_role("button", name="Xem từng ô (chưa ghi)").click()
    plain.screenshot(path=f"{pictures}/pasted.png", full_page=True)
    plain.get_by_role("button", name="Tiếp: xem ảnh hưởng (chưa ghi)").click()
    plain.get_by_role("button", name="Ghi vào kế hoạch").click()
    check("done=yes" in plain.url, f"the range was not stored: {plain.url}")
    plain.goto(f"{DESK}/plan/blackouts/1?lang=vi")
    plain.get_by_role("button", name="Xóa dòng này (xem trước, chưa ghi)").click()
    check(plain.get_by_role("button", name="Ghi vào kế hoạch").count() == 1, "a row cannot be taken out")
    browser.close()

print("\n".join(dict.fromkeys(wrong)), end="")
