// What a spreadsheet cannot hold: cut, said, and never lost in silence. Readers of others read the files in tests/npm.
#include "engine/render/workbook.h"

#include "engine/render/archive.h"
#include "engine/render/cell_text.h"
#include "engine/render/timeline_xlsx.h"
#include "inforce/render.h"
#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::workbook;

namespace {

using std::chrono::days;

Date day(int year, unsigned month, unsigned number) {
  return Date{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(number)};
}

const std::vector<Column> two{{"a", 10}, {"b", 10}};

/// What is said of a sheet of so many rows, each with one address and one link to a row.
std::vector<std::string> said_of(std::size_t rows, const Limits& limits, const std::string& url) {
  Book book("Title", "Subject", "sha256:0", limits);
  Sheet sheet(book, "Sheet", "row", two);
  for (std::size_t i = 0; i < rows; ++i) sheet.add({address(url), code("x", workbook::Place{"Sheet", 1, "Go to x"})});
  sheet.finish();
  CHECK(book.bytes().starts_with("PK"));
  return book.said();
}

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  }
  return bytes;
}

TimelineReport small_report() {
  TimelineReport report;
  report.request.title = "A & B";
  report.from = day(2025, 1, 1);
  report.through = day(2025, 12, 31);
  ReportRow row;
  row.id = "m";
  report.rows = {row};
  report.lanes = {{"Lane", "", {0}, {}}};
  report.changes = {{Bound{Moment{day(2025, 4, 9)}, day(2025, 4, 9)}, "no-row", "end", {"e"}, true}};
  return report;
}

}  // namespace

TEST_CASE("days have the numbers that spreadsheets give them, where all agree") {
  CHECK(day_number(day(1900, 3, 1)) == 61);
  CHECK(day_number(day(2025, 4, 9)) == 45756);
  CHECK(day_number(day(9999, 12, 31)) == 2958465);
  CHECK_FALSE(day_number(day(1900, 2, 28)).has_value());
  CHECK_FALSE(day_number(day(9999, 12, 31) + days{1}).has_value());
  CHECK(date(day(1850, 1, 2)).text == "1850-01-02");
  CHECK_FALSE(date(day(1850, 1, 2)).day.has_value());
}

TEST_CASE("only a whole day is read as one") {
  CHECK(plain_day("2025-04-09") == day(2025, 4, 9));
  for (const auto* text : {"", "2025-04", "2025-02-30", "2025-04-09?", "2025-04-0x", "2025/04/09", "-025-04-09",
                           "2025-04-09T10:00Z", "20250-4-09"}) {
    INFO(text);
    CHECK_FALSE(plain_day(text).has_value());
  }
}

TEST_CASE("what XML cannot hold is replaced, and line breaks stay") {
  CHECK(cell_text("a\nb", 1000).text == "a\nb");
  CHECK(cell_text(std::string_view("\0\x01\x1F\x7F", 4), 1000).text == "\uFFFD\uFFFD\uFFFD\uFFFD");
  CHECK(cell_text("\xED\xA0\x80 \xEF\xBF\xBE \xEF\xBF\xBF \xE0\x80\x80", 1000).text == "\uFFFD \uFFFD \uFFFD \uFFFD");
  CHECK(cell_text("\xF0\x80\x80\x80 \xF4\x90\x80\x80 \xF0\x9F\x98\x80", 1000).text == "\uFFFD \uFFFD \U0001F600");
  CHECK(cell_text("\xFF\xC3", 1000).text == "\uFFFD\uFFFD");
  CHECK(cell_text("_x0041_ _x004_ _x00zz_", 1000).text == "_x005F_x0041_ _x004_ _x00zz_");
  CHECK(line_text("a\nb", 1000) == "a b");
  CHECK(line_text("abcd", 3) == "abc…");
  CHECK(line_text("abc", 3) == "abc");
  CHECK(margin_text("A & B", 100) == "A && B");
}

TEST_CASE("text is cut by UTF-16 units and says how much is missing") {
  const std::string exact(200, 'x');
  CHECK_FALSE(cell_text(exact, 200).cut);
  const auto cut = cell_text(exact + "x", 200);
  REQUIRE(cut.cut);
  const auto kept = cut.text.find("…");
  CHECK(cut.text.substr(kept) ==
        "… [not shown here: " + std::to_string(201 - kept) + " more characters; the format json has all]");
  CHECK(cut.text.size() - 2 <= 200);

  std::string pairs;
  for (int i = 0; i < 100; ++i) pairs += "\U0001F600";
  CHECK_FALSE(cell_text(pairs, 200).cut);
  CHECK(cell_text(pairs + "x", 200).cut);
  CHECK(cell_text(pairs, 199).text.starts_with("\U0001F600"));
}

TEST_CASE("an address is as long as it is when escaped") {
  CHECK(address_length("https://a/b") == 11);
  CHECK(address_length("https://a/ <") == 16);
}

TEST_CASE("a workbook says what it had to leave out") {
  const std::string url = "https://example.org/";
  CHECK(said_of(9, {}, url).empty());
  CHECK(said_of(3, {4, 100, 32767, 2079}, url).empty());
  CHECK(said_of(5, {4, 100, 32767, 2079}, url) ==
        std::vector<std::string>{"Sheet Sheet: 3 rows are not listed, since a sheet has no more rows."});
  CHECK(said_of(3, {100, 5, 32767, 2079}, url) ==
        std::vector<std::string>{"Sheet Sheet: 1 cell is without a link, since a sheet holds no more links."});
  CHECK(said_of(2, {100, 100, 32767, url.size() - 1}, url) ==
        std::vector<std::string>{
            "Sheet Sheet: 2 links are not made, since no link holds an address of so many characters."});
  CHECK(said_of(1, {100, 100, 200, 2079}, url + std::string(300, 'x')) ==
        std::vector<std::string>{"Sheet Sheet: 1 cell is cut, since a cell holds no more characters."});
}

TEST_CASE("the longest titles fit where a title stands") {
  for (const auto* letter : {"&", "\U0001F600", "中"}) {
    std::string title;
    for (int i = 0; i < 400; ++i) title += letter;
    Book book(title, title, title);
    Sheet(book, "Sheet", "row", two).finish();
    CHECK(book.bytes().starts_with("PK"));
  }
}

TEST_CASE("a report of little is a workbook all the same, and the same one each time") {
  const auto report = small_report();
  const auto bytes = render(report, TimelineFormat::xlsx, {});
  CHECK(bytes.starts_with("PK"));
  CHECK(bytes == render(report, TimelineFormat::xlsx, {}));
  CHECK(render(TimelineReport{}, TimelineFormat::xlsx, {}).starts_with("PK"));
  CHECK(render_timeline::to_xlsx(report, {3, 1, 32767, 2079}).starts_with("PK"));
}

TEST_CASE("an archive that is cut or broken is not taken for a workbook") {
  const auto bytes = render(small_report(), TimelineFormat::xlsx, {});
  CHECK(holds_whole_documents(bytes));
  for (std::size_t size = 0; size < bytes.size(); size += 97) CHECK_FALSE(holds_whole_documents(bytes.substr(0, size)));
  CHECK_FALSE(holds_whole_documents(bytes + "x"));
  CHECK_FALSE(holds_whole_documents(std::string(22, '\0')));
  for (std::size_t at = 0; at < bytes.size(); at += 13) {
    auto broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ 0x55);
    (void)holds_whole_documents(broken);  // Whatever it says, it reads nothing beyond the end.
  }
}

TEST_CASE("an archive is whole only where each document goes on to its end tag") {
  // Made by a ZIP program, of one document each: `<a><b/></a>`, and the same without its last letter.
  CHECK(holds_whole_documents(
      bytes_of("504b0304140000000800000021009418ec01240000002200000005000000612e786d6cb3b1afc8cd5128"
               "4b2d2acecccfb35532d43350b2b7e3b249b4b349d2b7b3d14fb4e30200504b01021403140000000800"
               "000021009418ec012400000022000000050000000000000000000000800100000000612e786d6c504b"
               "0506000000000100010033000000470000000000")));
  CHECK_FALSE(holds_whole_documents(
      bytes_of("504b030414000000080000002100bad94ad4220000002000000005000000612e786d6cb3b1afc8cd5128"
               "4b2d2acecccfb35532d43350b2b7e3b249b4b349d2b7b3d14f0400504b01021403140000000800000021"
               "00bad94ad42200000020000000050000000000000000000000800100000000612e786d6c504b05060000"
               "00000100010033000000450000000000")));
}
