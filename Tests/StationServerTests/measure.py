"""Measures every page of a plan as a browser gets it: measure.py ADDRESS LOGIN PASSWORD PICTURES PLAN DAY

Signs in with the password for one time, moves a broadcast so that there is a draft, then follows the links of the plan's pages, one
page of each kind, on a screen of 1280 and one of 390 pixels. A page may transfer 150,000 octets with nothing kept from before; nothing
on it may move once it is there, also when the script has put in the week anew; and axe is silent. Prints what is wrong, a line each,
and nothing when all is well. Into the folder PICTURES goes the table of all measurements.
"""
import re
import sys
from urllib.parse import parse_qsl, urlsplit
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, sync_playwright

address, login, password, pictures, plan, day = sys.argv[1:]
MOST = 150_000
CHOSEN = "một câu dài để đo trang"
# What is no page: files, feeds, streams, and the way out.
FILES = re.compile(r"\.(ics|pdf|docx|xlsx|csv|json|zip|xml|html|txt|svg|png|yaml)$|/live$|/folder\.|/f/|/api/|sign-out")
SHIFTS = """
  window.moved = [];
  new PerformanceObserver(list => {
    // What moves while the page is still coming in counts where one can see it.
    const load = performance.getEntriesByType('navigation')[0].loadEventStart;
    for (const entry of list.getEntries()) if (!entry.hadRecentInput && (load && entry.startTime >= load || entry.value >= 0.01))
      window.moved.push(entry.sources.map(source => source.node?.outerHTML?.slice(0, 90) ?? '?').join(' | ') + ' ' + entry.value.toFixed(4));
  }).observe({type: 'layout-shift', buffered: true});
"""
axe = Axe()
wrong = []
table = []


def kind(link):
    """Pages of one kind differ by names and days alone: the address without them."""
    parts = urlsplit(link)
    steps = parts.path.split("/")[3:]
    fixed = []
    for number, step in enumerate(steps):
        before = steps[number - 1] if number else ""
        isname = bool(re.search(r"[0-9.%@+]", step)) or before in ("counts", "cells", "lines", "outlets", "units", "place", "texts", "topics",
                                                                "translators", "findings", "languages", "reminders", "people")
        fixed.append("*" if isname else step)
    return "/".join(fixed) + "?" + ",".join(sorted(key for key, value in parse_qsl(parts.query) if key != "lang"))


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    first = browser.new_context(locale="vi-VN").new_page()
    first.set_default_timeout(120_000)
    first.goto(f"{address}/p/{plan}/desk")
    first.get_by_label("Tên đăng nhập").fill(login)
    first.get_by_label("Mật khẩu").fill(password)
    first.keyboard.press("Enter")
    first.get_by_label("Mật khẩu hiện nay").fill(password)
    first.get_by_label("Mật khẩu mới").fill(CHOSEN)
    first.get_by_label("Gõ lại lần nữa").fill(CHOSEN)
    first.get_by_role("button", name="Lưu").click()
    state = first.context.storage_state()
    # A draft, in which something breaks a rule.
    first.goto(f"{address}/p/{plan}/desk?day={day}&lang=vi")
    first.locator("table.grid a.block").first.click()
    first.locator(".choice.conflict input:not([disabled]), .choice.open input").last.check()
    first.get_by_role("button", name="Dời", exact=True).click()
    first.wait_for_url("**did=**")

    start = [f"/p/{plan}", f"/p/{plan}/desk?day={day}", f"/p/{plan}/desk?day={day}&view=month", f"/p/{plan}/today?day={day}",
             f"/p/{plan}/schedule?day={day}", f"/p/{plan}/desk/plan/text", f"/p/{plan}/desk/calendar", f"/p/{plan}/logs/upload"]
    known = {}
    for width, height in [(1280, 900), (390, 844)]:
        context = browser.new_context(locale="vi-VN", storage_state=state, viewport={"width": width, "height": height})
        context.add_init_script(SHIFTS)
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.send("Network.setCacheDisabled", {"cacheDisabled": True})
        sizes = []
        network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        todo = list(start if width == 1280 else known.values())
        seen = set()
        while todo:
            link = todo.pop(0)
            if kind(link) in seen:
                continue
            seen.add(kind(link))
            sizes.clear()
            try:
                answer = page.goto(address + link)
            except Error as error:
                if "Download" not in str(error) and "ERR_ABORTED" not in str(error):
                    wrong.append(f"{link}: {error}")
                continue
            if "text/html" not in (answer.headers.get("content-type") or ""):
                continue
            known[kind(link)] = link
            page.wait_for_timeout(150)
            name, weight = f"{link} at {width}", int(sum(sizes))
            if answer.status >= 400:
                wrong.append(f"{name}: the answer is {answer.status}")
            if page.locator("#desk").count():
                # The week is put in anew, as after somebody else's change.
                page.evaluate("document.getElementById('desk').dataset.state = '0'; document.dispatchEvent(new Event('visibilitychange'))")
                page.wait_for_function("() => document.getElementById('desk').dataset.state !== '0'")
                page.wait_for_timeout(300)
            moved = page.evaluate("window.moved")
            table.append(f"{weight}\t{len(moved)}\t{width}\t{link}")
            if weight > MOST:
                wrong.append(f"{name}: {weight} octets are transferred")
            wrong.extend(f"{name}: moves after it is there: {what}" for what in moved)
            for violation in axe.run(page).response["violations"]:
                nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                wrong.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append(f"{name}: the page is wider than the screen")
            if width == 1280:
                for found in page.locator("main a[href], nav a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))"):
                    found = found.split("#")[0]
                    if found.startswith("?"):
                        found = urlsplit(link).path + found
                    if found.startswith(f"/p/{plan}") and not FILES.search(urlsplit(found).path) and kind(found) not in seen:
                        todo.append(found)
        # The measurement sees what moves, and what is transferred.
        page.goto(f"{address}/p/{plan}")
        page.evaluate("document.querySelector('main').insertAdjacentHTML('afterbegin', '<p style=height:90px>!</p>')")
        page.wait_for_timeout(500)
        if not page.evaluate("window.moved.length") or sum(sizes) < 10_000:
            wrong.append(f"at {width} nothing is measured")
        context.close()
    browser.close()

with open(f"{pictures}/pages.tsv", "w") as file:
    file.write("octets\tmoves\twidth\tpage\n" + "\n".join(sorted(table, key=lambda row: -int(row.split("\t")[0]))) + "\n")
if len(known) < 45:
    wrong.append(f"only {len(known)} kinds of pages were found")
print("\n".join(dict.fromkeys(wrong)), end="")
