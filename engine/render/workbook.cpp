#include "engine/render/workbook.h"

#include <cassert>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include <stdlib.h>
#include <xlsxwriter.h>
#include <zlib.h>

#include "engine/render/archive.h"
#include "engine/render/cell_text.h"
#include "engine/render/html.h"
#include "engine/render/words.h"

namespace inforce::workbook {

namespace {

namespace fs = std::filesystem;

/// 1980-01-01, the day that the entries of the archive bear as well: a file says nothing of when it was made.
constexpr time_t made = 315532800;

constexpr std::size_t longest_property = 200;
constexpr std::size_t longest_margin = 100;  // Of 255 that the line may have, where each may count twice.
constexpr std::uint8_t paper_a4 = 9;

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

}  // namespace

std::string library_versions() { return std::string("libxlsxwriter ") + lxw_version() + ", zlib " + zlibVersion(); }

/// A folder for the parts and the file, which goes with all that is in it.
class Book::Files {
 public:
  Files() {
    std::error_code error;
    const auto all = fs::temp_directory_path(error);
    if (error) return;
    auto name = (all / "inforce-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) folder_ = name;
  }
  ~Files() {
    std::error_code ignored;
    if (!folder_.empty()) fs::remove_all(folder_, ignored);
  }
  Files(const Files&) = delete;
  Files& operator=(const Files&) = delete;

  [[nodiscard]] std::string& folder() { return folder_; }
  [[nodiscard]] std::string file() const { return folder_ + "/workbook.xlsx"; }

 private:
  std::string folder_;
};

Cell prose(std::string text) { return {std::move(text), {}, false, false, {}}; }

Cell code(std::string text, std::optional<Place> place) { return {std::move(text), {}, true, false, std::move(place)}; }

Cell date(const std::optional<Date>& day) {
  if (day && !day_number(*day)) return prose(to_string(*day));
  return {{}, day, false, false, {}};
}

Cell date_or_prose(const std::string& text) {
  const auto day = plain_day(text);
  return day ? date(day) : prose(text);
}

Cell address(std::string url) { return {std::move(url), {}, false, true, {}}; }

Book::Book(const std::string& title, const std::string& subject, const std::string& digest, const Limits& limits)
    : limits_(limits), title_(title), digest_(digest), files_(std::make_unique<Files>()) {
  if (files_->folder().empty()) return;
  lxw_workbook_options options{};
  options.tmpdir = files_->folder().data();
  book_ = workbook_new_opt(files_->file().c_str(), &options);
  if (book_ == nullptr) return;
  auto shown_title = line_text(title, longest_property);
  auto shown_subject = line_text(subject, longest_property);
  lxw_doc_properties properties{};
  properties.title = shown_title.data();
  properties.subject = shown_subject.data();
  properties.created = made;
  check(workbook_set_properties(book_, &properties));
  const auto shown_digest = line_text(digest, longest_property);
  if (!digest.empty()) check(workbook_set_custom_property_string(book_, "Rules", shown_digest.c_str()));
  for (const auto look : {Look::head, Look::prose, Look::code, Look::day, Look::link})
    formats_[look] = add_format(look);
}

Book::~Book() {
  if (book_ != nullptr) lxw_workbook_free(book_);
}

void Book::check(int error) { failed_ = failed_ || error != LXW_NO_ERROR; }

lxw_format* Book::add_format(Look look) {
  auto* format = workbook_add_format(book_);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (look != Look::day) format_set_text_wrap(format);
  if (look == Look::head) {
    format_set_bold(format);
    format_set_bottom(format, LXW_BORDER_THIN);
    format_set_bg_color(format, 0xE7E6E6);
  }
  if (look == Look::code || look == Look::link) format_set_num_format(format, "@");
  if (look == Look::day) {
    format_set_num_format(format, "yyyy-mm-dd");
    format_set_align(format, LXW_ALIGN_LEFT);
  }
  if (look == Look::link) {
    format_set_font_color(format, 0x0563C1);
    format_set_underline(format, LXW_UNDERLINE_SINGLE);
  }
  return format;
}

std::string Book::bytes() {
  if (book_ == nullptr) return {};
  check(workbook_close(std::exchange(book_, nullptr)));
  if (failed_) return {};
  std::ifstream file(files_->file(), std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  files_.reset();
  // The library looks at what it writes into the archive, not at what it writes into the parts of it.
  return holds_whole_documents(bytes) ? bytes : std::string{};
}

Sheet::Sheet(Book& book, const std::string& name, std::string noun, const std::vector<Column>& columns)
    : book_(book), name_(name), noun_(std::move(noun)), columns_(columns.size()) {
  if (book_.book_ == nullptr) return;
  sheet_ = workbook_add_worksheet(book_.book_, name.c_str());
  if (sheet_ == nullptr) {
    book_.failed_ = true;
    return;
  }
  set_up_pages();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto at = column_number(i);
    book_.check(worksheet_set_column(sheet_, at, at, columns[i].width, nullptr));
    const std::string head(columns[i].name);
    book_.check(worksheet_write_string(sheet_, 0, at, head.c_str(), book_.formats_[Book::Look::head]));
  }
}

void Sheet::set_up_pages() {
  worksheet_freeze_panes(sheet_, 1, 0);
  worksheet_set_landscape(sheet_);
  worksheet_set_paper(sheet_, paper_a4);
  worksheet_set_margins(sheet_, 0.4, 0.4, 0.6, 0.6);
  worksheet_fit_to_pages(sheet_, 1, 0);
  worksheet_gridlines(sheet_, LXW_SHOW_ALL_GRIDLINES);
  book_.check(worksheet_repeat_rows(sheet_, 0, 0));
  // A size ends where a blank stands: the text may begin with a digit.
  const auto head = "&L&8 " + margin_text(book_.title_, longest_margin) + "&R&8 " + name_;
  const auto foot = "&L&8 Rules " + margin_text(book_.digest_, longest_margin) + "&R&8 Page &P of &N";
  book_.check(worksheet_set_header(sheet_, head.c_str()));
  book_.check(worksheet_set_footer(sheet_, foot.c_str()));
}

void Sheet::add(const std::vector<Cell>& cells) {
  assert(cells.size() == columns_);
  if (row_ + 1 < book_.limits_.rows) {
    write(cells);
  } else if (last_.empty()) {
    last_ = cells;
  } else {
    ++unlisted_;
  }
}

void Sheet::finish() {
  if (sheet_ == nullptr) return;
  if (!last_.empty() && unlisted_ == 0) write(last_);
  const auto filtered = row_ - 1;
  if (unlisted_ > 0) {
    ++unlisted_;  // The last row had to give way to these words.
    write(0, prose("Not listed here: " + render_text::count_of(unlisted_, "more " + noun_) +
                   "; the format json has them all."));
  }
  book_.check(worksheet_autofilter(sheet_, 0, 0, row_number(filtered), column_number(columns_ - 1)));
  book_.check(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
  say(unlisted_, noun_, "not listed, since a sheet has no more rows");
  say(cut_, "cell", "cut, since a cell holds no more characters");
  say(unlinked_, "cell", "without a link, since a sheet holds no more links");
  say(long_addresses_, "link", "not made, since no link holds an address of so many characters");
}

void Sheet::say(std::size_t count, const std::string& noun, const std::string& what) {
  if (count == 0) return;
  const auto all = render_text::count_of(count, noun);
  book_.said_.push_back("Sheet " + name_ + ": " + all + (count == 1 ? " is " : " are ") + what + ".");
}

void Sheet::write(const std::vector<Cell>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) write(i, cells[i]);
  ++row_;
}

void Sheet::write(std::size_t column, const Cell& cell) {
  if (sheet_ == nullptr) return;
  if (cell.day) {
    book_.check(worksheet_write_number(sheet_, row_number(row_), column_number(column), day_number(*cell.day).value(),
                                       book_.formats_[Book::Look::day]));
  } else if (!cell.text.empty()) {
    write_text(column, cell);
  }
}

void Sheet::write_text(std::size_t column, const Cell& cell) {
  const auto shown = cell_text(cell.text, book_.limits_.characters);
  if (shown.cut) ++cut_;
  if (cell.is_address && write_address(column, cell, shown.text)) return;
  if (cell.place && write_jump(column, *cell.place, shown.text)) return;
  // Text that reads as a formula would become one where somebody edits a cell that is not marked as text.
  const bool reads_as_formula = std::string_view("=+-@").find(shown.text.front()) != std::string_view::npos;
  const auto look = cell.is_code || reads_as_formula ? Book::Look::code : Book::Look::prose;
  book_.check(worksheet_write_string(sheet_, row_number(row_), column_number(column), shown.text.c_str(),
                                     book_.formats_[look]));
}

bool Sheet::write_address(std::size_t column, const Cell& cell, const std::string& shown) {
  if (!html::is_web_address(cell.text)) return false;
  if (address_length(cell.text) > book_.limits_.address) {
    ++long_addresses_;
    return false;
  }
  if (!may_link()) return false;
  const auto url = line_text(cell.text, book_.limits_.address);
  book_.check(worksheet_write_url_opt(sheet_, row_number(row_), column_number(column), url.c_str(),
                                      book_.formats_[Book::Look::link], shown.c_str(), nullptr));
  return true;
}

bool Sheet::write_jump(std::size_t column, const Place& place, const std::string& shown) {
  if (place.row >= book_.limits_.rows || !may_link()) return false;
  const auto target = "internal:'" + std::string(place.sheet) + "'!A" + std::to_string(place.row + 1);
  const auto tip = line_text(place.tip, longest_property);
  book_.check(worksheet_write_url_opt(sheet_, row_number(row_), column_number(column), target.c_str(),
                                      book_.formats_[Book::Look::link], shown.c_str(), tip.c_str()));
  return true;
}

bool Sheet::may_link() {
  if (links_ >= book_.limits_.links) {
    ++unlinked_;
    return false;
  }
  ++links_;
  return true;
}

}  // namespace inforce::workbook
