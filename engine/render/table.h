// Text in columns and paragraphs of a given width. Widths count code points; ids are never cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace inforce::render_text {

/// What a word says, for colour where colour is wanted: it only repeats the word.
enum class Tone : unsigned char { plain, strong, bad, doubtful, good, faint };

[[nodiscard]] std::string painted(std::string_view text, Tone tone, bool colour);

/// The number of code points.
[[nodiscard]] std::size_t width_of(std::string_view text);

/// Words of `text`, as `printable` shows them, on lines of at most `width`, the first after `first`, the others after
/// `rest`; a word longer than a line stands on its own. Each line ends in a line break.
[[nodiscard]] std::string wrapped(std::string_view text, std::string_view first, std::string_view rest,
                                  std::size_t width);

struct Cell {
  std::string text;
  Tone tone = Tone::plain;
};

struct Row {
  std::vector<Cell> cells;
  std::vector<std::string> notes;  ///< Lines below, wrapped.
  std::string section{};           ///< A title over this row and those that follow.
};

struct Column {
  std::string heading;
  bool optional = false;  ///< Where the line is too narrow, its cells become notes, from the last column on.
  bool wraps = false;     ///< Last column only: takes what is left.
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::size_t note_column = 1;  ///< Notes stand below this column.
};

/// The table, indented by two, headings first. Columns in which no row says anything are left out.
[[nodiscard]] std::string laid_out(Table table, std::size_t width, bool colour);

}  // namespace inforce::render_text
