#include <algorithm>
#include <map>

#include "engine/render/diagnostics.h"
#include "engine/render/printable.h"

namespace inforce {
namespace render_text {
namespace {

constexpr std::size_t narrowest = 40;
constexpr std::string_view cut = "…";

// What is underlined on one line, in cells from 0.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool primary = false;
  std::string words;
};

struct Excerpt {
  FileId file;
  Span first;  // What the heading of the file names.
  bool holds_primary = false;
  std::map<std::uint32_t, std::vector<Mark>> lines;
};

enum class Ink : std::uint8_t { plain, strong, frame, error, warning, note };

class Painter {
 public:
  explicit Painter(bool colour) : colour_(colour) {}

  [[nodiscard]] std::string operator()(Ink ink, const std::string& text) const {
    if (!colour_ || ink == Ink::plain || text.empty()) return text;
    return "\x1B[" + std::string(sequence(ink)) + "m" + text + "\x1B[0m";
  }

 private:
  static std::string_view sequence(Ink ink) {
    switch (ink) {
      case Ink::error:
        return "1;31";
      case Ink::warning:
        return "1;33";
      case Ink::note:
        return "1;36";
      case Ink::frame:
        return "1;34";
      case Ink::strong:
      case Ink::plain:
        break;
    }
    return "1";
  }

  bool colour_;
};

Ink ink_for(Severity severity) {
  if (severity == Severity::error) return Ink::error;
  return severity == Severity::warning ? Ink::warning : Ink::note;
}

// A tab takes as many cells as blanks are shown for it, any other character one.
std::size_t cells_of(const Shown& character) { return character.bytes.front() == ' ' ? character.bytes.size() : 1; }

// The cell in which the byte at `offset` of the line is shown.
std::size_t cell_of(std::string_view line, std::size_t offset) {
  std::size_t cell = 0;
  for (std::size_t at = 0; at < line.size() && at < offset;) cell += cells_of(next_character(line, at));
  return cell;
}

// The help, and that a program can go this way; where there is no help, what the program would do.
std::string way_out(const Diagnostic& one) {
  if (!one.fix) return one.help;
  const std::string option = one.fix->safe ? "--fix" : "--fix --unsafe-fixes";
  return (one.help.empty() ? one.fix->title : one.help) + " (`" + option + "` writes it)";
}

class TextRenderer {
 public:
  TextRenderer(const Sources& sources, const Style& style)
      : sources_(sources), width_(std::max<std::size_t>(style.width, narrowest)), paint_(style.colour) {}

  std::string operator()(const Diagnostic& one) {
    severity_ = ink_for(one.severity);
    const std::string head = std::string(word_for(one.severity)) + "[" + to_string(one.code) + "]";
    std::string text = paint_(severity_, head) + paint_(Ink::strong, ": " + printable(one.message)) + "\n";
    const std::vector<Excerpt> excerpts = excerpts_of(one);
    set_gutter(excerpts);
    for (const Excerpt& excerpt : excerpts) text += show(excerpt);
    const std::string help = way_out(one);
    if (!excerpts.empty() && !help.empty()) text += bar() + "\n";
    if (!help.empty()) text += paint_(Ink::note, "help") + ": " + printable(help) + "\n";
    return text;
  }

 private:
  [[nodiscard]] std::vector<Excerpt> excerpts_of(const Diagnostic& one) const {
    std::vector<Excerpt> excerpts;
    if (one.primary) add(excerpts, *one.primary, true);
    for (const Label& label : one.related) add(excerpts, label, false);
    return excerpts;
  }

  void add(std::vector<Excerpt>& excerpts, const Label& label, bool primary) const {
    auto excerpt = std::find_if(excerpts.begin(), excerpts.end(),
                                [&](const Excerpt& known) { return known.file == label.span.file; });
    if (excerpt == excerpts.end()) {
      excerpts.push_back({label.span.file, label.span, primary, {}});
      excerpt = excerpts.end() - 1;
    }
    const Place begin = sources_.begin_of(label.span);
    const Place end = sources_.end_of(last_byte_kept(label.span));
    const std::uint32_t first = begin.line;
    const std::uint32_t last = std::max(first, end.line);
    const std::size_t from = cell(label.span.file, first, label.span.begin);
    const std::size_t to = cell(label.span.file, last, label.span.end);
    if (first == last) {
      excerpt->lines[first].push_back({from, std::max(to, from + 1), primary, label.words});
      return;
    }
    excerpt->lines[first].push_back({from, std::max(line_cells(label.span.file, first), from + 1), primary, {}});
    const std::size_t indent = first_word(label.span.file, last);
    excerpt->lines[last].push_back({std::min(indent, to), std::max(to, indent + 1), primary, label.words});
  }

  // A span that ends just past a line break ends on the line before it.
  [[nodiscard]] Span last_byte_kept(Span span) const {
    const std::string_view text = sources_.text(span);
    const std::size_t kept = text.find_last_not_of("\r\n");
    if (kept != std::string_view::npos) span.end = span.begin + static_cast<std::uint32_t>(kept + 1);
    return span;
  }

  [[nodiscard]] std::size_t cell(FileId file, std::uint32_t number, std::uint32_t offset) const {
    const std::string_view line = sources_.line(file, number);
    const auto start = static_cast<std::size_t>(line.data() - sources_.text(file).data());
    return line.empty() ? 0 : cell_of(line, offset < start ? 0 : offset - start);
  }

  [[nodiscard]] std::size_t line_cells(FileId file, std::uint32_t number) const {
    const std::string_view line = sources_.line(file, number);
    return cell_of(line, line.size());
  }

  [[nodiscard]] std::size_t first_word(FileId file, std::uint32_t number) const {
    const std::string_view line = sources_.line(file, number);
    return cell_of(line, std::min(line.find_first_not_of(" \t"), line.size()));
  }

  void set_gutter(const std::vector<Excerpt>& excerpts) {
    std::uint32_t largest = 1;
    for (const Excerpt& excerpt : excerpts) largest = std::max(largest, excerpt.lines.rbegin()->first);
    gutter_ = std::to_string(largest).size();
  }

  [[nodiscard]] std::string bar() const { return std::string(gutter_ + 1, ' ') + paint_(Ink::frame, "|"); }

  [[nodiscard]] std::string show(const Excerpt& excerpt) const {
    const Place place = sources_.begin_of(excerpt.first);
    std::string text = std::string(gutter_, ' ') + paint_(Ink::frame, excerpt.holds_primary ? "-->" : ":::") + " " +
                       printable(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
                       "\n" + bar() + "\n";
    std::uint32_t last = 0;
    for (const auto& [number, marks] : excerpt.lines) {
      if (last != 0 && number == last + 2) text += show_line(excerpt.file, last + 1, {});
      if (last != 0 && number > last + 2) text += paint_(Ink::frame, "...") + "\n";
      text += show_line(excerpt.file, number, marks);
      last = number;
    }
    return text;
  }

  [[nodiscard]] std::string show_line(FileId file, std::uint32_t number, std::vector<Mark> marks) const {
    const std::string_view line = sources_.line(file, number);
    const std::size_t room = width_ - gutter_ - 3;
    std::size_t start = 0;
    std::string shown = window(line, marks, room, start);
    const std::string label = std::to_string(number);
    std::string text = std::string(gutter_ - label.size(), ' ') + paint_(Ink::frame, label + " |");
    text += (shown.empty() ? "" : " " + shown) + "\n";
    for (Mark& mark : marks) {
      mark.end = std::min(std::max(mark.end - std::min(mark.end, start), std::size_t{1}), room);
      mark.begin = std::min(mark.begin - std::min(mark.begin, start), mark.end - 1);
    }
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    if (fit_on_one_row(marks)) return text + row(marks);
    std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.primary > b.primary; });
    for (const Mark& mark : marks) text += row({mark});
    return text;
  }

  // The part of a line around its marks that there is room for. `start` is the cell that is shown first.
  static std::string window(std::string_view line, const std::vector<Mark>& marks, std::size_t room,
                            std::size_t& start) {
    const std::size_t cells = cell_of(line, line.size());
    start = 0;
    if (cells > room && !marks.empty()) {
      const auto main = std::find_if(marks.begin(), marks.end(), [](const Mark& mark) { return mark.primary; });
      const Mark& shown = main == marks.end() ? marks.front() : *main;
      const std::size_t length = std::min(shown.end - shown.begin, room * 2 / 3);
      const std::size_t before = (room - length) / 2;
      if (shown.end + 1 > room) start = std::min(shown.begin - std::min(shown.begin, before), cells - room);
    }
    std::string text;
    std::size_t cell = 0;
    for (std::size_t at = 0; at < line.size() && cell <= start + room;) {
      const Shown character = next_character(line, at);
      const std::size_t next = cell + cells_of(character);
      if (cell >= start && next <= start + room) text += hidden(cell, next, start, room, cells) ? cut : character.bytes;
      cell = next;
    }
    return text;
  }

  static bool hidden(std::size_t cell, std::size_t next, std::size_t start, std::size_t room, std::size_t cells) {
    return (start > 0 && cell == start) || (cells > start + room && next == start + room);
  }

  static bool fit_on_one_row(const std::vector<Mark>& marks) {
    for (std::size_t i = 1; i < marks.size(); ++i) {
      if (!marks[i - 1].words.empty() || marks[i - 1].end > marks[i].begin) return false;
    }
    return true;
  }

  [[nodiscard]] std::string row(const std::vector<Mark>& marks) const {
    if (marks.empty()) return {};
    std::string text = bar() + " ";
    std::size_t cell = 0;
    for (const Mark& mark : marks) {
      text += std::string(mark.begin - cell, ' ');
      std::string under(mark.end - mark.begin, mark.primary ? '^' : '-');
      if (!mark.words.empty()) under += " " + printable(mark.words);
      text += paint_(mark.primary ? severity_ : Ink::frame, under);
      cell = mark.end;
    }
    return text + "\n";
  }

  const Sources& sources_;
  std::size_t width_;
  Painter paint_;
  Ink severity_ = Ink::error;
  std::size_t gutter_ = 1;
};

}  // namespace

std::string diagnostics_text(std::span<const Diagnostic> diagnostics, const Sources& sources, const Style& style) {
  TextRenderer show(sources, style);
  std::string text;
  for (const Diagnostic& one : diagnostics) text += (text.empty() ? "" : "\n") + show(one);
  return text;
}

}  // namespace render_text

std::string render(std::span<const Diagnostic> diagnostics, const Sources& sources, const Style& style) {
  if (style.format == Format::json) return render_json::diagnostics_json(diagnostics, {}, sources, {});
  return render_text::diagnostics_text(diagnostics, sources, style);
}

}  // namespace inforce
