"""Looks at the pages of a server with Chromium and axe: browse.py ADDRESS LOGIN PASSWORD PICTURES

Signs in with the password for one time, chooses another, and opens every page on a screen and on a telephone, light and
dark. Prints what is wrong, a line each, and nothing when all is well. Into the folder PICTURES go two pictures and the year on
paper.
"""
import sys
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

address, login, password, pictures = sys.argv[1:]
PLAN = "/p/lai-chau-2018"
PAGES = ["", "/today?day=2018-06-14", "/schedule?day=2018-06-14", "/schedule?view=month&day=2018-06-14",
         "/schedule?view=list&day=2018-06-14", "/languages?day=2018-06-14", "/logs", "/counts", "/counts/tin",
         "/cells/tin/2018-06", "/papers", "/findings", "/history", "/text", "/feeds", "/jobs", "/logs/upload", "/logs/unmatched",
         "/logs/by-hand", "/logs/broadcast", "/folder"]
STATION = ["/account", "/second-factor", "/tokens", "/people", "/people/1", "/units", "/units/station", "/sums/station", "/audit", "/confirm",
           "/new-plan", "/new-plan/blank", "/new-plan/annex", "/new-plan/after", "/new-plan/calendar"]
ANNEX = ("STT,Nội dung,Hình thức,Số lượng,Đơn vị chủ trì,Đơn vị phối hợp,Thời gian,Kinh phí,Ghi chú\n"
         "1,Chuyên mục “Cải cách hành chính” trên truyền hình,Chuyên mục,02 kỳ/tháng,Đài tỉnh,,Trong năm,,\n"
         "2,Tin về dịch vụ công,Tin truyền hình,nhiều tin,Đài tỉnh,,Quý II,,\n")
CALENDAR = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bịa//VI", "BEGIN:VEVENT", "UID:1@example.vn",
                         "DTSTAMP:20261201T000000Z", "DTSTART;TZID=Asia/Ho_Chi_Minh:20270107T201500",
                         "DTEND;TZID=Asia/Ho_Chi_Minh:20270107T203000", "RRULE:FREQ=WEEKLY;BYDAY=TH",
                         "SUMMARY:Chuyên mục tối", "END:VEVENT", "END:VCALENDAR", ""])
SCREENS = [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light")]
axe = Axe()
wrong = []


def look(page, name):
    """What axe finds on a page, and whether it is wider than the screen."""
    for violation in axe.run(page).response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
        wrong.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        wrong.append(f"{name}: the page is wider than the screen")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    context = browser.new_context(java_script_enabled=True, locale="vi-VN")
    page = context.new_page()
    page.on("console", lambda message: wrong.append(f"{page.url}: {message.text}"))
    page.goto(address + PLAN)
    look(page, "sign-in")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(password)
    page.keyboard.press("Enter")
    page.get_by_label("Mật khẩu hiện nay").fill(password)
    look(page, "password")
    page.get_by_label("Mật khẩu mới").fill("một câu dài để thử trang")
    page.get_by_label("Gõ lại lần nữa").fill("một câu dài để thử trang")
    page.get_by_role("button", name="Lưu").click()
    page.goto(address + PLAN + "/feeds")
    page.get_by_label("Lịch", exact=True).select_option("year")
    page.get_by_role("button", name="Tạo địa chỉ").click()
    page.get_by_role("button", name="Hủy địa chỉ này").wait_for()

    # Somebody is invited, a role is given, and a token made, with forms alone.
    page.goto(address + "/people")
    page.get_by_label("Họ tên").fill("Lò Thị Bịa")
    page.get_by_label("Tên đăng nhập").fill("lo.bia")
    page.get_by_label("Vai trò").select_option("viewer")
    page.get_by_role("button", name="Tạo lời mời").click()
    if "/link/" not in page.get_by_role("status").inner_text():
        wrong.append("an invitation shows no link")
    look(page, "invitation")
    page.get_by_role("link", name="Lò Thị Bịa").click()
    page.get_by_label("Vai trò").select_option("logger")
    page.get_by_role("button", name="Giao vai trò").click()
    page.get_by_role("button", name="Thu lại: ghi nhật ký · Đài").wait_for()
    page.goto(address + "/tokens")
    page.get_by_label("Tên").fill("Bảng điện tử")
    page.get_by_role("button", name="Tạo mã").click()
    if not page.get_by_role("status").inner_text().split()[-1].startswith("ls_"):
        wrong.append("a token is not shown")
    look(page, "token")

    # A log with a day that can be read in two ways, a title that no line has, and a row with a mistake.
    page.goto(address + PLAN + "/logs/upload")
    page.get_by_label("Tệp").set_input_files({
        "name": "nhat-ky.csv", "mimeType": "text/csv",
        "buffer": ("Ngày,Giờ,Kênh,Tên\n05/04/2018,10:00,truyen-hinh,Bản tin lạ\n"
                   "2018-12-19,10:00,truyen-hinh,Bản tin lạ\n2018-12-20,25:99,truyen-hinh,Tin\n").encode()})
    page.get_by_role("button", name="Gửi và đọc thử").click()
    page.get_by_role("button", name="Bỏ tệp này, không ghi").wait_for()
    PAGES.append(page.url.removeprefix(address + PLAN))

    for width, height, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme)
        for path in PAGES:
            page.goto(address + PLAN + path)
            look(page, f"{path or '/'} at {width}, {scheme}")
        for path in STATION:
            page.goto(address + path)
            look(page, f"{path} at {width}, {scheme}")

    # A plan is begun in each of the four ways, without a script: shown first, then stored.
    plain = browser.new_context(java_script_enabled=False, locale="vi-VN", storage_state=context.storage_state()).new_page()
    for way, link, fill in [
        ("blank", "Lập kế hoạch từ mẫu trống", lambda: plain.get_by_label("Năm", exact=True).fill("2027")),
        ("annex", "Lập từ phụ lục đã ký", lambda: (
            plain.get_by_label("Phụ lục").set_input_files(
                {"name": "phu-luc.csv", "mimeType": "text/csv", "buffer": ANNEX.encode()}),
            plain.get_by_label("Năm", exact=True).fill("2027"))),
        ("after", "Lập từ kế hoạch năm trước",
         lambda: plain.get_by_label("Kế hoạch năm trước").select_option("lai-chau-2018")),
        ("calendar", "Lập từ một lịch có sẵn", lambda: (
            plain.get_by_label("Tệp lịch (.ics)").set_input_files(
                {"name": "lich.ics", "mimeType": "text/calendar", "buffer": CALENDAR.encode()}),
            plain.get_by_label("Tên kênh").fill("Truyền hình bịa"),
            plain.get_by_label("Năm", exact=True).fill("2027"))),
    ]:
        plain.goto(address + "/new-plan")
        plain.get_by_role("link", name=link).click()
        fill()
        plain.get_by_label("Tên ngắn trong địa chỉ").fill(f"thu-{way}")
        plain.get_by_role("button", name="Xem trước (chưa ghi)").click()
        plain.get_by_role("heading", name="Đã nhận ra").wait_for()
        for width, height, scheme in SCREENS:
            plain.set_viewport_size({"width": width, "height": height})
            plain.emulate_media(color_scheme=scheme)
            if plain.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append(f"the preview of {way} at {width} is wider than the screen")
        plain.screenshot(path=f"{pictures}/start-{way}-390.png", full_page=True)
        plain.set_viewport_size({"width": 1280, "height": 900})
        plain.screenshot(path=f"{pictures}/start-{way}-1280.png", full_page=True)
        if plain.request.get(f"{address}/p/thu-{way}").status != 404:
            wrong.append(f"{way}: something was stored before anybody agreed")
        plain.get_by_role("button", name="Ghi kế hoạch này").click()
        if not plain.url.endswith(f"/p/thu-{way}/desk/plan"):
            wrong.append(f"{way}: the plan was not stored: {plain.url}: {plain.get_by_role('main').inner_text()[:300]}")

    # The keyboard reaches the content at once, and then the first link in it.
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + PLAN)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if not page.url.endswith("#main"):
        wrong.append("the first key does not lead to the content")

    page.emulate_media(color_scheme="light")
    page.goto(address + PLAN + "?lang=vi")
    page.set_viewport_size({"width": 1280, "height": 640})
    page.screenshot(path=f"{pictures}/server-year.png")
    page.emulate_media(media="print")
    page.pdf(path=f"{pictures}/year.pdf", prefer_css_page_size=True, print_background=True)
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 640})
    page.goto(address + PLAN + "/schedule?day=2018-06-14")
    page.screenshot(path=f"{pictures}/server-phone.png")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + PLAN + PAGES[-1])
    page.screenshot(path=f"{pictures}/preview.png", full_page=True)
    page.goto(address + PLAN + "/logs/unmatched")
    page.screenshot(path=f"{pictures}/unmatched.png", full_page=False)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address + PLAN + PAGES[-1])
    page.screenshot(path=f"{pictures}/preview-phone.png", full_page=True)
    browser.close()

print("\n".join(dict.fromkeys(wrong)), end="")
