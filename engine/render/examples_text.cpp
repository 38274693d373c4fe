#include <algorithm>

#include "engine/render/examples.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce {

std::size_t FileOfExamples::failed() const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const auto& result) { return !result.passed(); }));
}

namespace render_text {

namespace {

using query::Difference;
using query::ExampleResult;
using query::Grounds;

constexpr std::size_t key_column = 14;
/// More measures than these tell no one more; JSON has all.
constexpr std::size_t most_grounds = 5;

std::string padded(const std::string& text, std::size_t width) {
  const auto seen = width_of(text);
  return text + std::string(seen < width ? width - seen : 1, ' ');
}

std::string counts(const FileOfExamples& file) {
  const auto failed = file.failed();
  std::string text = std::to_string(file.results.size() - failed) + " passed";
  if (failed > 0) text += ", " + std::to_string(failed) + " failed";
  return text;
}

std::string cited(const Reason& reason, const std::vector<Citation>& citations) {
  std::vector<std::string> words;
  for (const auto& id : reason.sources) {
    const auto found =
        std::find_if(citations.begin(), citations.end(), [&](const auto& each) { return each.id == id; });
    if (found != citations.end()) words.push_back(found->cite.empty() ? found->title : found->cite);
  }
  return words.empty() ? std::string{} : " [" + list_of(words) + "]";
}

std::string why_text(const Grounds& grounds, const std::vector<Citation>& citations, const Style& style) {
  std::string text = "    " + grounds.id + " is " + std::string(to_string(grounds.status)) + "\n";
  for (const auto& reason : grounds.reasons) {
    const auto place = reason.place.empty() ? std::string{} : ", " + reason.place;
    text += wrapped(reason.text + cited(reason, citations) + place, "      ", "        ", style.width);
  }
  return text;
}

std::string difference_text(const Difference& difference, const ExampleResult& result, const Style& style) {
  const auto line = [&](const std::string& key, const std::string& word, const std::string& value) {
    return wrapped(value, "  " + padded(key, key_column) + word, std::string(key_column + 4 + word.size(), ' '),
                   style.width);
  };
  std::string text = line(difference.what, "expected  ", difference.expected);
  text += line("", "got       ", difference.got);
  const auto shown = std::min(difference.why.size(), most_grounds);
  for (std::size_t i = 0; i < shown; ++i) text += why_text(difference.why[i], result.citations, style);
  if (shown < difference.why.size()) text += "    and " + count_of(difference.why.size() - shown, "other") + "\n";
  return text;
}

std::string failure_text(const ExampleResult& result, const Sources& sources, const Style& style) {
  const auto place = sources.begin_of(result.example->span);
  std::string text = painted("FAILED", Tone::bad, style.colour) + " " + std::string(place.path) + ":" +
                     std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
                     printable(result.example->name) + "\n";
  for (const auto& difference : result.differences) text += difference_text(difference, result, style);
  return text;
}

}  // namespace

std::string examples_text(const std::vector<FileOfExamples>& files, const Sources& sources, bool quiet,
                          const Style& style) {
  std::size_t width = 0;
  std::size_t failed = 0;
  std::size_t all = 0;
  for (const auto& file : files) {
    width = std::max(width, width_of(printable(file.path)));
    failed += file.failed();
    all += file.results.size();
  }
  std::string text;
  if (!quiet) {
    for (const auto& file : files) text += padded(printable(file.path), width + 2) + counts(file) + "\n";
  }
  for (const auto& file : files) {
    for (const auto& result : file.results) {
      if (result.passed()) continue;
      if (!text.empty()) text += "\n";
      text += failure_text(result, sources, style);
    }
  }
  if (quiet) return text;
  if (failed > 0) text += "\n";
  return text + "Ran " + count_of(all, "example") + " in " + count_of(files.size(), "file") + ": " +
         std::to_string(all - failed) + " passed, " + std::to_string(failed) + " failed.\n";
}

}  // namespace render_text

}  // namespace inforce
