// What became of a certificate, for people and for programs.
#include "engine/render/certificate_text.h"

#include "engine/render/json_of.h"
#include "engine/render/printable.h"
#include "engine/render/table.h"
#include "engine/render/words.h"

namespace inforce {

namespace {

using render_json::Json;
using Outcome = Verification::Outcome;
using render_text::painted;
using render_text::Tone;
using render_text::wrapped;

/// More are listed in JSON alone.
constexpr std::size_t most_shown = 20;

std::string_view word_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::same:
      return "same";
    case Outcome::differs:
      return "differs";
    case Outcome::unanswered:
      return "unanswered";
    case Outcome::refused:
      return "refused";
  }
  return {};
}

/// The rules and versions that it was written with, where these are others now.
std::string others(const Verification& verification) {
  std::vector<std::string> words;
  if (verification.differs_in("rules")) words.emplace_back("other rules");
  if (verification.differs_in("engine")) words.emplace_back("another version of the engine");
  if (verification.differs_in("tzdata")) words.emplace_back("another version of the time-zone data");
  return words.empty() ? std::string{} : render_text::list_of(words);
}

std::string answer_now(const Verification& verification) {
  if (verification.differs_in("answer")) return "the answer differs";
  const bool rest = verification.differs_in("considered") || verification.differs_in("regimes");
  if (rest) return "the answer is the same, what was considered for it is not";
  return "the answer is the same";
}

std::string sentence(const Verification& verification) {
  const auto changed = others(verification);
  switch (verification.outcome) {
    case Outcome::same:
      return {};
    case Outcome::refused:
      return "This is no certificate to rely on: " + verification.why + ".";
    case Outcome::unanswered:
      return "It is intact, and these rules cannot answer its question: " + verification.why + ".";
    case Outcome::differs:
      if (!changed.empty())
        return "It is intact, and was written with " + changed + "; " + answer_now(verification) + ".";
      return "It names these rules and versions, and does not say what follows from them.";
  }
  return {};
}

std::string capitals(std::string_view word) {
  std::string text;
  for (const char letter : word) text += static_cast<char>(letter - 'a' + 'A');
  return text;
}

/// No narrower than a digest.
constexpr std::size_t least_shown = 73;

/// JSON on one line, cut where it is long.
std::string shown(const std::string& json, std::size_t width) {
  if (json.empty()) return "nothing";
  auto text = render_text::printable(json);
  if (render_text::width_of(text) <= width) return text;
  std::string cut;
  for (std::size_t at = 0, count = 0; count + 1 < width; ++count) cut += render_text::next_character(text, at).bytes;
  return cut + "\u2026";
}

std::string to_text(const Verification& verification, const Style& style) {
  if (verification.outcome == Outcome::same) return "same\n";
  const std::size_t width = std::max(style.width, 40U);
  const auto first = capitals(word_of(verification.outcome)) + "  ";
  auto text = wrapped(sentence(verification), painted(first, Tone::bad, style.colour), "  ", width);
  const bool more = !verification.differences.empty() || verification.more != 0;
  return text + (more ? "\n" : "") + render_text::differences_text(verification, width);
}

std::string to_json(const Verification& verification) {
  const bool asked = verification.outcome == Outcome::same || verification.outcome == Outcome::differs;
  Json all;
  all["outcome"] = word_of(verification.outcome);
  all["why"] = verification.why.empty() ? Json(nullptr) : Json(verification.why);
  all["same_answer"] = asked ? Json(!verification.differs_in("answer")) : Json(nullptr);
  all["differences"] = Json::array();
  for (const auto& difference : verification.differences) all["differences"].push_back(render_json::of(difference));
  all["more"] = verification.more;
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

namespace render_text {

std::string differences_text(const Verification& verification, std::size_t width) {
  const auto count = std::min(verification.differences.size(), most_shown);
  const auto room = std::max(width - 10, least_shown);
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& difference = verification.differences[i];
    const auto row = difference.row.empty() ? "" : " (" + difference.row + ")";
    text += "  " + printable(difference.place + row) + "\n";
    text += "      was " + shown(difference.was, room) + "\n";
    text += "      is  " + shown(difference.is, room) + "\n";
  }
  const auto rest = verification.differences.size() + verification.more - count;
  if (rest != 0) text += "  and " + std::to_string(rest) + " more; --json lists them\n";
  return text;
}

}  // namespace render_text

namespace render_json {

Json of(const Difference& difference) {
  Json row{{"place", difference.place}, {"row", text_or_null(difference.row)}};
  if (!difference.was.empty()) row["was"] = Json::parse(difference.was);
  if (!difference.is.empty()) row["is"] = Json::parse(difference.is);
  return row;
}

}  // namespace render_json

std::string render(const Verification& verification, const Style& style) {
  return style.format == Format::json ? to_json(verification) : to_text(verification, style);
}

}  // namespace inforce
