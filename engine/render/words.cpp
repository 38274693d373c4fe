#include "engine/render/words.h"

#include <locale>
#include <sstream>

namespace inforce::render_text {

namespace {

std::string upper(std::string_view text) {
  std::string all;
  for (const char letter : text) {
    const bool small = letter >= 'a' && letter <= 'z';
    all += letter == '-' ? ' ' : small ? static_cast<char>(letter - 'a' + 'A') : letter;
  }
  return all;
}

std::string number(double value) {
  std::ostringstream out;
  out.imbue(std::locale::classic());
  out.precision(15);
  out << value;
  return out.str();
}

/// The last day or moment of a run that ends before `before`.
std::string ending(const Bound& before) {
  if (before.day) return "through " + to_string(*before.day - std::chrono::days{1});
  return "before " + to_string(before);
}

}  // namespace

std::string capitals(Verdict verdict) { return upper(to_string(verdict)); }

std::string capitals(Status status) { return status == Status::never ? "NEVER IN FORCE" : upper(to_string(status)); }

Tone tone_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::clear:
      return Tone::good;
    case Verdict::undetermined:
    case Verdict::not_covered:
    case Verdict::notify:
      return Tone::doubtful;
    case Verdict::conditional:
    case Verdict::licence_required:
    case Verdict::prohibited:
      return Tone::bad;
  }
  return Tone::plain;
}

Tone tone_of(Status status) {
  switch (status) {
    case Status::applies:
      return Tone::bad;
    case Status::may_apply:
    case Status::grace:
    case Status::pending:
      return Tone::doubtful;
    case Status::released:
      return Tone::good;
    case Status::suspended:
      return Tone::strong;
    default:
      return Tone::faint;
  }
}

std::string count_of(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string list_of(const std::vector<std::string>& words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? " and " : ", ";
    all += words[i];
  }
  return all;
}

std::string text_of(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "yes" : "no";
  return number(std::get<double>(value));
}

std::string spoken(std::string_view name) {
  std::string all(name);
  for (auto& letter : all) {
    if (letter == '_' || letter == '-') letter = ' ';
  }
  return all;
}

std::string text_of(const Attributes& attributes) {
  std::string all;
  for (const auto& [name, value] : attributes) all += (all.empty() ? "" : "; ") + spoken(name) + ": " + text_of(value);
  return all;
}

std::string from_text(const Interval& interval) { return interval.from ? to_string(*interval.from) : "always"; }

std::string through_text(const Interval& interval) {
  if (!interval.before) return "no end known";
  return interval.before->day ? to_string(*interval.through) : "before " + to_string(*interval.before);
}

std::string text_of(const Stable& stable) {
  if (stable.from && stable.before) {
    const bool one_day =
        stable.from->day && stable.before->day && *stable.from->day + std::chrono::days{1} == *stable.before->day;
    if (one_day) return "This answer holds for that day alone.";
    const std::string comma = stable.before->day ? " " : ", ";
    return "The same answer from " + to_string(*stable.from) + comma + ending(*stable.before) + ".";
  }
  if (stable.from) return "The same answer from " + to_string(*stable.from) + " on, as far as is known.";
  if (stable.before) return "The same answer at all times " + ending(*stable.before) + ".";
  return "The same answer at all times.";
}

std::string short_digest(const std::string& digest) {
  const auto colon = digest.find(':');
  return colon == std::string::npos ? digest : digest.substr(0, colon + 13);
}

std::string text_of(const Citation& citation, bool with_address) {
  std::string all = citation.title;
  for (const auto& part : {citation.cite, citation.publisher, citation.date}) {
    if (!part.empty()) all += (all.empty() ? "" : ", ") + part;
  }
  if (with_address && !citation.url.empty()) all += ", " + citation.url;
  return all;
}

}  // namespace inforce::render_text
