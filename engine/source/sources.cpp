#include <algorithm>
#include <cassert>
#include <deque>

#include "inforce/source.h"

namespace inforce {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Text {
  std::string path;
  std::string text;
  std::vector<std::uint32_t> line_starts;
};

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

// Continuation bytes do not count, so a column is right even for a place inside a character.
std::uint32_t characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

Place place_at(const Text& file, std::uint32_t offset) {
  const auto at = std::min(offset, static_cast<std::uint32_t>(file.text.size()));
  const auto after = std::upper_bound(file.line_starts.begin(), file.line_starts.end(), at);
  const std::uint32_t start = *(after - 1);
  const std::string_view before = std::string_view(file.text).substr(start, at - start);
  return {file.path, static_cast<std::uint32_t>(after - file.line_starts.begin()), characters(before) + 1};
}

}  // namespace

// A deque, since views into its texts outlive additions.
struct Sources::Texts {
  std::deque<Text> files;

  [[nodiscard]] const Text& of(FileId file) const {
    assert(file.value < files.size());
    return files[file.value];
  }
};

Sources::Sources() : texts_(std::make_shared<Texts>()) {}

FileId Sources::add(std::string path, std::string text) {
  if (text.starts_with(byte_order_mark)) text.erase(0, byte_order_mark.size());
  auto starts = starts_of_lines(text);
  texts_->files.push_back({std::move(path), std::move(text), std::move(starts)});
  return {static_cast<std::uint32_t>(texts_->files.size() - 1)};
}

std::size_t Sources::size() const { return texts_->files.size(); }

std::string_view Sources::path(FileId file) const { return texts_->of(file).path; }

std::string_view Sources::text(FileId file) const { return texts_->of(file).text; }

std::string_view Sources::text(Span span) const {
  const std::string_view whole = text(span.file);
  if (span.begin >= whole.size() || span.end <= span.begin) return {};
  return whole.substr(span.begin, span.end - span.begin);
}

Place Sources::begin_of(Span span) const { return place_at(texts_->of(span.file), span.begin); }

Place Sources::end_of(Span span) const { return place_at(texts_->of(span.file), std::max(span.begin, span.end)); }

std::string_view Sources::line(FileId file, std::uint32_t number) const {
  const Text& text = texts_->of(file);
  if (number == 0 || number > text.line_starts.size()) return {};
  const std::uint32_t start = text.line_starts[number - 1];
  std::string_view line = std::string_view(text.text).substr(start);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace inforce
