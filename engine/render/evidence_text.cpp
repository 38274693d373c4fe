// What became of an evidence pack, for people and for programs.
#include <algorithm>

#include "engine/render/certificate_text.h"
#include "engine/render/evidence_check.h"
#include "engine/render/json_of.h"
#include "engine/render/printable.h"
#include "engine/render/table.h"
#include "engine/render/words.h"

namespace inforce::render_evidence {

namespace {

using render_json::Json;
using render_text::count_of;
using render_text::painted;
using render_text::printable;
using render_text::Tone;
using render_text::wrapped;

/// More are listed in JSON alone.
constexpr std::size_t most_shown = 40;

std::string_view word_of(FileFault::Kind kind) {
  switch (kind) {
    case FileFault::Kind::altered:
      return "altered";
    case FileFault::Kind::missing:
      return "missing";
    case FileFault::Kind::extra:
      return "extra";
  }
  return {};
}

std::string_view name_of(const std::string& version) {
  if (version == "engine") return "the engine";
  return version == "tzdata" ? "the time-zone data" : "what writes workbooks";
}

std::string versions_text(const PackCheck& check) {
  std::vector<std::string> words;
  for (const auto& version : check.versions) {
    words.push_back("another version of " + std::string(name_of(version.of)) + " (" + printable(version.was) +
                    ", now " + version.is + ")");
  }
  return render_text::list_of(words);
}

std::string on_files(const PackCheck& check) {
  const auto count = check.faults.size();
  if (count == 0) return "Its files are those of its manifest";
  return count_of(count, "file") + (count == 1 ? " is not as it was written" : " are not as they were written");
}

std::string on_report(const PackCheck& check) {
  if (!check.asked_again) return "; what it was made of is not whole, so its question was not asked again.";
  if (!check.unanswered.empty()) return "; its rule files cannot answer its question: " + check.unanswered + ".";
  if (check.mismatches.empty()) return "; what it holds of its report follows from its rule files, byte for byte.";
  const auto is_manifest = [](const Mismatch& mismatch) { return mismatch.path == manifest_path; };
  const auto& found = check.mismatches;
  if (std::none_of(found.begin(), found.end(), is_manifest)) {
    return "; what its manifest names still follows from its rule files, byte for byte.";
  }
  const bool reports_differ = found.size() > 1;
  std::string text = reports_differ ? "; another report follows from its rule files now"
                                    : "; its report follows from its rule files, and another manifest";
  const bool same_answer = check.answers_compared && check.answer.differences.empty() && check.answer.why.empty();
  if (reports_differ && same_answer) text += ", with the same answer";
  if (!check.versions.empty()) text += ". A likely cause is " + versions_text(check);
  return text + ".";
}

std::string faults_text(const PackCheck& check) {
  std::string text;
  const auto count = std::min(check.faults.size(), most_shown);
  for (std::size_t i = 0; i < count; ++i) {
    const auto word = std::string(word_of(check.faults[i].kind));
    text += "  " + word + std::string(9 - word.size(), ' ') + printable(check.faults[i].path) + "\n";
  }
  const auto rest = check.faults.size() - count;
  if (rest != 0) text += "  and " + std::to_string(rest) + " more; --json lists them\n";
  return text.empty() ? text : "\n" + text;
}

std::string mismatches_text(const PackCheck& check) {
  std::string text;
  for (const auto& mismatch : check.mismatches) {
    const auto place =
        mismatch.line == 0 ? "byte " + std::to_string(mismatch.byte) : "line " + std::to_string(mismatch.line);
    text += "\n  " + printable(mismatch.path) + ", " + place + "\n";
    if (mismatch.line == 0) continue;
    text += "      was " + printable(mismatch.was) + "\n";
    text += "      is  " + printable(mismatch.is) + "\n";
  }
  return text;
}

std::string answer_text(const Verification& answer, std::size_t width) {
  if (answer.differences.empty()) return {};
  return "\n" + render_text::differences_text(answer, width);
}

std::string other_rules_text(const OtherRules& other, const Style& style, std::size_t width) {
  const auto bad = painted("OTHERWISE", Tone::bad, style.colour) + "  ";
  if (!other.unanswered.empty()) {
    return wrapped("The rules of `--rules` cannot answer its question: " + other.unanswered + ".", bad, "  ", width);
  }
  if (other.answer.differences.empty()) {
    const auto words = other.same_rules ? "The rules of `--rules` are the same rules."
                                        : "The rules of `--rules` are others, and give the same answer.";
    return wrapped(words, "", "  ", width);
  }
  return wrapped("The rules have moved on: those of `--rules` give another answer.", bad, "  ", width) +
         answer_text(other.answer, width);
}

std::string to_text(const PackCheck& check, const Style& style) {
  const std::size_t width = std::max(style.width, 40U);
  std::string text = "same\n";
  if (!check.is_same()) {
    const auto word = check.unanswered.empty() ? "DIFFERS" : "UNANSWERED";
    text = wrapped(on_files(check) + on_report(check), painted(word, Tone::bad, style.colour) + "  ", "  ", width);
    text += faults_text(check) + mismatches_text(check) + answer_text(check.answer, width);
  }
  if (!check.other_rules) return text;
  return text + (check.is_same() ? "" : "\n") + other_rules_text(*check.other_rules, style, width);
}

Json of(const Verification& answer) {
  auto all = Json::array();
  for (const auto& difference : answer.differences) all.push_back(render_json::of(difference));
  return all;
}

Json of(const OtherRules& other) {
  return {{"unanswered", render_json::text_or_null(other.unanswered)},
          {"same_rules", other.same_rules},
          {"same_answer", other.unanswered.empty() && other.answer.differences.empty()},
          {"differences", of(other.answer)},
          {"more", other.answer.more}};
}

std::string to_json(const PackCheck& check) {
  Json all{{"outcome", check.is_same() ? "same" : check.unanswered.empty() ? "differs" : "unanswered"}};
  all["files"] = Json::array();
  for (const auto& fault : check.faults) all["files"].push_back({{"path", fault.path}, {"fault", word_of(fault.kind)}});
  all["asked_again"] = check.asked_again;
  all["unanswered"] = render_json::text_or_null(check.unanswered);
  all["versions"] = Json::array();
  for (const auto& each : check.versions) {
    all["versions"].push_back({{"of", each.of}, {"was", each.was}, {"is", each.is}});
  }
  all["reports"] = Json::array();
  for (const auto& each : check.mismatches) {
    Json row{{"path", each.path}, {"byte", each.byte}, {"line", nullptr}};
    if (each.line != 0) row.update({{"line", each.line}, {"was", each.was}, {"is", each.is}});
    all["reports"].push_back(std::move(row));
  }
  all["differences"] = of(check.answer);
  all["more"] = check.answer.more;
  if (check.other_rules) all["other_rules"] = of(*check.other_rules);
  return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string render(const PackCheck& check, const Style& style) {
  return style.format == Format::json ? to_json(check) : to_text(check, style);
}

}  // namespace inforce::render_evidence
