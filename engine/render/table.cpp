#include "engine/render/table.h"

#include <algorithm>

#include "engine/render/printable.h"

namespace inforce::render_text {

namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_wrap = 40;

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::strong:
      return "1";
    case Tone::bad:
      return "1;31";
    case Tone::doubtful:
      return "1;33";
    case Tone::good:
      return "1;32";
    case Tone::faint:
      return "2";
  }
  return "";
}

void drop_column(Table& table, std::size_t column, bool keep_as_notes) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  table.columns.erase(table.columns.begin() + at);
  for (auto& row : table.rows) {
    if (keep_as_notes && !row.cells[column].text.empty()) row.notes.push_back(row.cells[column].text);
    row.cells.erase(row.cells.begin() + at);
  }
}

void drop_empty_columns(Table& table) {
  for (std::size_t column = table.columns.size(); column-- > 0;) {
    const bool empty = std::all_of(table.rows.begin(), table.rows.end(),
                                   [&](const Row& row) { return row.cells[column].text.empty(); });
    if (empty) drop_column(table, column, false);
  }
}

std::size_t column_width(const Table& table, std::size_t column) {
  std::size_t width = width_of(table.columns[column].heading);
  for (const auto& row : table.rows) width = std::max(width, width_of(row.cells[column].text));
  return width;
}

std::vector<std::size_t> widths_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < table.columns.size(); ++column) widths.push_back(column_width(table, column));
  return widths;
}

/// The columns that a table takes; a wrapping one counts as no wider than it must be.
std::size_t needed(const Table& table, const std::vector<std::size_t>& widths) {
  std::size_t sum = indent;
  for (std::size_t column = 0; column < widths.size(); ++column) {
    const auto width = table.columns[column].wraps ? std::min(widths[column], narrowest_wrap) : widths[column];
    sum += width + (column == 0 ? 0 : gap);
  }
  return sum;
}

void fit(Table& table, std::size_t width) {
  while (needed(table, widths_of(table)) > width) {
    std::size_t last = table.columns.size();
    while (last > 0 && !table.columns[last - 1].optional) --last;
    if (last == 0) return;
    drop_column(table, last - 1, true);
  }
}

/// What strangers wrote may neither move the cursor nor break the line.
void make_printable(Table& table) {
  for (auto& row : table.rows) {
    for (auto& cell : row.cells) cell.text = printable(cell.text);
  }
}

std::size_t start_of(const std::vector<std::size_t>& widths, std::size_t column) {
  std::size_t at = indent;
  for (std::size_t before = 0; before < std::min(column, widths.size()); ++before) at += widths[before] + gap;
  return at;
}

void trim_right(std::string& line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
}

std::string line_of(const std::vector<Cell>& cells, const std::vector<std::size_t>& widths, const Table& table,
                    std::size_t width, bool colour) {
  std::string line(indent, ' ');
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto& cell = cells[column];
    if (table.columns[column].wraps) {
      const std::string left(start_of(widths, column), ' ');
      auto block = wrapped(cell.text, left, left, width);
      if (!block.empty()) block.pop_back();
      return line + (block.size() > left.size() ? block.substr(left.size()) : std::string{});
    }
    line += painted(cell.text, cell.tone, colour);
    if (column + 1 < cells.size()) line += std::string(widths[column] - width_of(cell.text) + gap, ' ');
  }
  return line;
}

std::string heading_line(const Table& table, const std::vector<std::size_t>& widths, bool colour) {
  std::vector<Cell> cells;
  for (const auto& column : table.columns) cells.push_back({column.heading});
  std::string line(indent, ' ');
  for (std::size_t column = 0; column < cells.size(); ++column) {
    line += cells[column].text;
    if (column + 1 < cells.size()) line += std::string(widths[column] - width_of(cells[column].text) + gap, ' ');
  }
  trim_right(line);
  return painted(line, Tone::faint, colour);
}

}  // namespace

std::string painted(std::string_view text, Tone tone, bool colour) {
  const auto code = code_of(tone);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view written, std::string_view first, std::string_view rest, std::size_t width) {
  const auto text = printable(written);
  std::string all;
  std::string line(first);
  bool begun = false;
  std::size_t at = 0;
  while (at < text.size()) {
    auto end = text.find(' ', at);
    if (end == std::string::npos) end = text.size();
    const auto word = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (begun && width_of(line) + 1 + width_of(word) > width) {
      all += line + "\n";
      line = rest;
      begun = false;
    }
    if (begun) line += ' ';
    line += word;
    begun = true;
  }
  if (begun) all += line + "\n";
  return all;
}

std::string laid_out(Table table, std::size_t width, bool colour) {
  if (table.rows.empty()) return {};
  make_printable(table);
  drop_empty_columns(table);
  fit(table, width);
  const auto widths = widths_of(table);
  std::string all;
  const auto heading = heading_line(table, widths, colour) + "\n";
  if (table.rows.front().section.empty()) all = heading;
  const std::string left(start_of(widths, std::min(table.note_column, table.columns.size() - 1)), ' ');
  for (const auto& row : table.rows) {
    const bool first = &row == &table.rows.front();
    if (!row.section.empty()) all += (first ? "" : "\n") + row.section + "\n" + (first ? heading : "");
    auto line = line_of(row.cells, widths, table, width, colour);
    trim_right(line);
    all += line + "\n";
    for (const auto& note : row.notes) all += wrapped(note, left, left + "  ", width);
  }
  return all;
}

}  // namespace inforce::render_text
