"""Uploading in a real browser: several files with what becomes of each, then accepting together, by two people."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, is_whole
from tests.browser.test_deciding import Login, claim, correct, desk, login, reject, tongket

pytestmark = pytest.mark.browser
__all__ = ["desk", "login"]  # fixtures
expect.set_options(timeout=60_000)  # the first text that a server reads takes longest, and machines are busy

TEXT = (
    "Báo cáo kết quả năm 2023\n\n"
    "Năm 2023, thu ngân sách nhà nước trên địa bàn đạt 15.657 tỷ đồng, đạt 108% kế hoạch.\n"
    "Năm 2023, kim ngạch xuất nhập khẩu đạt 52,1 tỷ USD.\n"
    "Năm 2023, kết nạp 2.104 đảng viên mới.\n"
    "Năm 2023, tổng thu cân đối trên toàn tỉnh đạt 16.001 tỷ đồng.\n"
    "Năm 2023, tổng sản phẩm trên địa bàn (GRDP) đạt 9.999 tỷ đồng.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files as an office has them: a report, the same again, a picture, and a text that goes on with the report."""
    held = tmp_path / "files"
    held.mkdir()
    (held / "báo cáo 2023.txt").write_text(TEXT, encoding="utf-8")
    (held / "copy.txt").write_text(TEXT, encoding="utf-8")
    (held / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (held / "second.txt").write_text(TEXT.replace("2023", "2022").replace("thu ngân", "Thu ngân"), encoding="utf-8")
    return held


def outcome(page: Page, name: str) -> Page:
    return page.locator(".outcomes li", has_text=name)  # type: ignore[return-value]


def described(page: Page, folder: Path) -> str:
    """Upload the report, say what it is, and return the address of its page."""
    page.locator("#files").set_input_files(folder / "báo cáo 2023.txt")
    outcome(page, "báo cáo 2023.txt").get_by_role("link").click()
    page.locator(".describe input[name=covers]").fill("2023")
    page.locator(".describe button").click()
    expect(page.locator("#desk")).to_be_visible()
    return page.url


def test_many_files_each_with_what_became_of_it(login: Login, folder: Path) -> None:
    page = login("An", "documents/upload/")

    page.locator("#files").set_input_files(sorted(folder.iterdir()))

    expect(outcome(page, "scan.png")).to_contain_text("PNG")
    expect(outcome(page, "scan.png").get_by_role("button", name="Send again")).to_be_visible()
    expect(outcome(page, "báo cáo 2023.txt")).to_contain_text("Received, 6 figures wait.")
    expect(outcome(page, "second.txt")).to_contain_text("Received, 6 figures wait.")
    expect(outcome(page, "copy.txt")).to_contain_text("This is here already, as “Báo cáo kết quả năm 2023”")
    page.context.set_offline(True)
    (folder / "third.txt").write_text(TEXT.replace("2023", "2021"), encoding="utf-8")
    page.locator("#files").set_input_files(folder / "third.txt")
    expect(outcome(page, "third.txt")).to_contain_text("The server did not answer.")
    page.context.set_offline(False)
    outcome(page, "third.txt").get_by_role("button", name="Send again").click()
    expect(outcome(page, "third.txt")).to_contain_text("Received, 6 figures wait.")


def test_a_file_is_dropped_on_the_page(login: Login, folder: Path) -> None:
    page = login("An", "documents/upload/")

    data = page.evaluate_handle(
        "text => { const d = new DataTransfer(); d.items.add(new File([text], 'dropped.txt')); return d; }", TEXT
    )
    page.dispatch_event(".drop", "drop", {"dataTransfer": data})

    expect(outcome(page, "dropped.txt")).to_contain_text("Received, 6 figures wait.")


def test_without_a_script_the_form_does_it(browser: Browser, login: Login, folder: Path) -> None:
    cookies = login("An", "documents/upload/")
    context = browser.new_context(java_script_enabled=False, storage_state=cookies.context.storage_state())
    page = context.new_page()
    page.goto(cookies.url)

    page.locator("#files").set_input_files([folder / "scan.png", folder / "copy.txt"])
    page.locator("form.upload button").click()

    assert "Save it" in outcome(page, "scan.png").inner_text()
    outcome(page, "copy.txt").get_by_role("link").click()
    assert page.locator(".describe input[name=title]").input_value() == "Báo cáo kết quả năm 2023"
    context.close()


def test_two_people_accept_together_and_undo(login: Login, desk: Path, folder: Path) -> None:
    an = login("An", "documents/upload/")
    address = described(an, folder)
    binh = login("Binh", re.sub(r".*/en/", "", address))
    offer = binh.locator(".offer").first
    offer.locator("summary").click()
    assert offer.locator("ol li").count() == 4
    assert re.search(
        r"In texts that the reader had not seen, \d+ of \d+ such figures were read wholly right", offer.inner_text()
    )
    assert "9.999" not in offer.inner_text()  # on record is another value
    reject(an, "52,1 tỷ USD", "a draft")

    offer.get_by_role("button", name="Accept these 4 figures").click()

    assert "3 claims were decided." in binh.locator(".several .told").inner_text()
    assert "An decided about “52,1 tỷ USD” while you had it open" in binh.locator(".several .told").inner_text()
    an.reload()
    assert "Binh accepted 3 figures of grade A together" in an.locator(".several").inner_text()
    an.get_by_role("button", name="Undo all of them").click()
    assert "3 claims were decided." in an.locator(".several").inner_text()
    assert "rejected" in claim(an, "52,1 tỷ USD").inner_text()
    assert "What was checked is as it was recorded." in tongket(desk, "verify")


def test_a_correction_teaches_and_can_be_revoked(login: Login, folder: Path) -> None:
    page = login("An", "documents/upload/")
    described(page, folder)
    correct(page, "16.001 tỷ đồng", indicator="state-budget-revenue", reason="the same by another name")
    note = claim(page, "16.001 tỷ đồng")
    assert "The catalogue has learned the words “tổng thu cân đối trên toàn tỉnh” for it." in note.inner_text()

    note.get_by_role("link", name="Revoke").click()
    page.get_by_role("button", name="Revoke “tổng thu cân đối trên toàn tỉnh”").click()

    assert "revoked by An" in page.locator("section", has=page.locator("#learned")).inner_text()


@pytest.mark.parametrize("language", ["en", "vi", "ru"])
def test_uploading_is_whole_on_a_phone_and_in_each_language(login: Login, folder: Path, language: str) -> None:
    page = login("An", "documents/upload/", language=language, width=PHONE)
    page.locator("#files").set_input_files([folder / "báo cáo 2023.txt", folder / "scan.png"])
    expect(page.locator(".outcomes .failed")).to_be_visible()
    expect(page.locator(".outcomes .received")).to_be_visible()
    is_whole(page)
    page.locator(".outcomes .received a").click()
    page.locator(".describe input[name=covers]").fill("2023")
    is_whole(page)
    page.locator(".describe button").click()
    page.wait_for_load_state()
    page.locator(".offer").evaluate_all("all => all.forEach(one => one.open = true)")
    is_whole(page)
    page.locator(".offer button").first.click()
    correct(page, "16.001 tỷ đồng", indicator="state-budget-revenue", reason="x")
    is_whole(page)
    page.goto(re.sub(r"/documents/.*", "/indicators/state-budget-revenue/", page.url))
    is_whole(page)
