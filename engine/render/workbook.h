// A workbook of tables, for people with a spreadsheet: days are date cells, all else is text, and nothing is a formula.
// libxlsxwriter stays in workbook.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/date.h"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace inforce::workbook {

/// The versions of the libraries that the bytes of a workbook depend on.
[[nodiscard]] std::string library_versions();

/// What spreadsheets can hold. What is beyond is cut, or loses its link, and that is said where it would stand and in
/// `Book::said`.
struct Limits {
  std::size_t rows = 1048576;      ///< Of a sheet, its header counted.
  std::size_t links = 65530;       ///< Of a sheet.
  std::size_t characters = 32767;  ///< Of a cell, in UTF-16 code units.
  std::size_t address = 2079;      ///< Characters of an address that is linked.
};

/// A row of a sheet; the header is row 0.
struct Place {
  std::string_view sheet;
  std::size_t row = 0;
  std::string tip;  ///< What is there, in a few words.
};

/// What stands in a cell, and how; made by the functions below.
struct Cell {
  std::string text;
  std::optional<Date> day;
  bool is_code = false;
  bool is_address = false;
  std::optional<Place> place;
};

/// Words for people. Empty text leaves the cell empty.
[[nodiscard]] Cell prose(std::string text);
/// An id or a code, which stays text also where it is edited, with a link to its row where there is one.
[[nodiscard]] Cell code(std::string text, std::optional<Place> place = std::nullopt);
/// A date cell; without a day an empty one. A day that spreadsheets cannot hold is text.
[[nodiscard]] Cell date(const std::optional<Date>& day);
/// A date cell where the text is a day, else words.
[[nodiscard]] Cell date_or_prose(const std::string& text);
/// An address, linked where it is one of the web.
[[nodiscard]] Cell address(std::string url);

struct Column {
  std::string_view name;
  double width = 10;  ///< In digits.
};

class Sheet;

/// The file as it is being made. Not for use by several threads; each may have its own.
class Book {
 public:
  /// `digest` is printed at the foot of each page.
  Book(const std::string& title, const std::string& subject, const std::string& digest, const Limits& limits = {});
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// Whatever had to be cut so far, and where, as sentences.
  [[nodiscard]] const std::vector<std::string>& said() const { return said_; }

  /// The bytes of the file, once; the same content gives the same bytes. Empty where the temporary files that it is put
  /// together from could not be written.
  [[nodiscard]] std::string bytes();

 private:
  friend class Sheet;
  class Files;
  enum class Look : unsigned char { head, prose, code, day, link };

  void check(int error);
  lxw_format* add_format(Look look);

  Limits limits_;
  std::string title_;
  std::string digest_;
  std::unique_ptr<Files> files_;
  lxw_workbook* book_ = nullptr;
  std::map<Look, lxw_format*> formats_;
  std::vector<std::string> said_;
  bool failed_ = false;
};

/// One table of it, written from top to bottom: a header that stays in sight, filters, and pages that print well.
class Sheet {
 public:
  /// `noun` is what a row is, in the singular, such as `event`. Requires: `book` outlives the sheet.
  Sheet(Book& book, const std::string& name, std::string noun, const std::vector<Column>& columns);

  /// Requires: as many cells as there are columns.
  void add(const std::vector<Cell>& cells);

  /// Requires: called once, after the last row.
  void finish();

 private:
  void set_up_pages();
  void write(const std::vector<Cell>& cells);
  void write(std::size_t column, const Cell& cell);
  void write_text(std::size_t column, const Cell& cell);
  /// False where it is no web address, or one that cannot be linked, which is then counted.
  bool write_address(std::size_t column, const Cell& cell, const std::string& shown);
  bool write_jump(std::size_t column, const Place& place, const std::string& shown);
  bool may_link();
  void say(std::size_t count, const std::string& noun, const std::string& what);

  Book& book_;
  std::string name_;
  std::string noun_;
  lxw_worksheet* sheet_ = nullptr;
  std::size_t columns_ = 0;
  std::size_t row_ = 1;
  std::vector<Cell> last_;  ///< The row that stands last if no other comes.
  std::size_t links_ = 0;
  std::size_t unlisted_ = 0;
  std::size_t unlinked_ = 0;
  std::size_t long_addresses_ = 0;
  std::size_t cut_ = 0;
};

}  // namespace inforce::workbook
