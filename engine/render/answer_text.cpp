#include "engine/render/answer_text.h"

#include <algorithm>

namespace inforce::render_text {

namespace {

struct StableOf {
  std::optional<Stable> operator()(const OnAnswer& content) const { return content.stable; }
  std::optional<Stable> operator()(const WhyAnswer& content) const { return content.stable; }
  template <class Other>
  std::optional<Stable> operator()(const Other&) const {
    return std::nullopt;
  }
};

bool rests_on(const std::string& evidence, const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.evidence == evidence; });
}

struct RestsOn {
  std::string evidence;
  bool operator()(const OnAnswer& content) const {
    return rests_on(evidence, content.restrictions) || rests_on(evidence, content.authorizations);
  }
  bool operator()(const WhyAnswer& content) const { return content.finding.evidence == evidence; }
  bool operator()(const WhenAnswer& content) const {
    return std::any_of(content.intervals.begin(), content.intervals.end(),
                       [&](const Interval& interval) { return interval.evidence == evidence; });
  }
  template <class Other>
  bool operator()(const Other&) const {
    return false;
  }
};

std::string reviews(const Answer& answer) {
  if (!answer.states_coverage) return "The rules state no coverage.";
  if (answer.coverage.empty()) return "No regime of these rules covers this.";
  std::string all = "Reviewed through";
  for (std::size_t i = 0; i < answer.coverage.size(); ++i) {
    const auto& regime = answer.coverage[i];
    all += (i == 0 ? " " : ", ") + to_string(regime.reviewed) + " (" + regime.regime + ")";
  }
  return all + ".";
}

/// What a filter leaves out, said before all else: it might be what forbids.
std::string filter_of(const Query& query, const Style& style) {
  if (query.jurisdictions.empty() && query.regimes.empty()) return {};
  std::string what;
  if (!query.jurisdictions.empty()) what += "jurisdiction " + list_of(query.jurisdictions);
  if (!query.regimes.empty()) what += (what.empty() ? "regime " : ", regime ") + list_of(query.regimes);
  return wrapped("Of " + what + " alone:", "", "  ", style.width);
}

std::string derived_of(const Answer& answer, const Style& style) {
  std::string all;
  for (auto each = answer.derived.begin(); each != answer.derived.end();) {
    const auto item = each->item;
    std::vector<std::string> facts;
    for (; each != answer.derived.end() && each->item == item; ++each) {
      facts.push_back(spoken(each->attribute) + " " + list_of(each->values));
    }
    all += wrapped("From item " + item + " follows " + list_of(facts) + ".", "  ", "    ", style.width);
  }
  return all.empty() ? all : "\n" + all;
}

std::string footer_of(const Answer& answer, const Style& style) {
  std::vector<std::string> lines;
  if (const auto stable = std::visit(StableOf{}, answer.content)) lines.push_back(text_of(*stable));
  if (std::visit(RestsOn{"reported"}, answer.content)) lines.emplace_back("Part of this rests on reports alone.");
  if (answer.query.official_only) lines.emplace_back("What rests on reports alone is left out.");
  for (const auto& note : answer.notes) lines.push_back("Note: " + note + ".");
  if (answer.projected) {
    lines.emplace_back("Projected: the day lies after the last review; this is what follows if nothing else happens.");
  }
  lines.push_back(reviews(answer));
  lines.push_back("Rules " + short_digest(answer.digest) + ", inforce " + answer.engine_version + ", tzdata " +
                  answer.tzdata_version + ".");
  std::string all = "\n";
  for (const auto& line : lines) all += wrapped(line, "", "  ", style.width);
  return all;
}

}  // namespace

std::string sources_text(const std::vector<Citation>& citations, bool with_addresses, const Style& style) {
  if (citations.empty()) return {};
  std::size_t widest = 0;
  for (const auto& citation : citations) widest = std::max(widest, width_of(citation.id));
  const bool beside = widest + 4 + 36 <= style.width;
  std::string all = "\nSources\n";
  for (const auto& citation : citations) {
    const auto text = text_of(citation, with_addresses);
    if (beside) {
      const std::string first = "  " + citation.id + std::string(widest - width_of(citation.id) + 2, ' ');
      all += wrapped(text, first, std::string(widest + 4, ' '), style.width);
    } else {
      all += "  " + citation.id + "\n" + wrapped(text, "    ", "    ", style.width);
    }
  }
  return all;
}

std::string assumptions_of(const Query& query, const Style& style) {
  std::vector<std::string> parts;
  for (const auto& assumption : query.assume) {
    parts.push_back(assumption.event + " happened" + (assumption.on ? " " + time_of(assumption.on) : ""));
  }
  for (const auto& event : query.without) parts.push_back(event + " never happened");
  if (parts.empty()) return {};
  return wrapped("Under the assumption that " + list_of(parts) + ":", "", "  ", style.width);
}

std::string headline(const std::string& finding, Tone tone, const std::string& sentence, const Style& style) {
  auto text = wrapped(sentence, finding + "  ", "  ", style.width);
  return painted(finding, tone, style.colour) + text.substr(finding.size());
}

std::string time_of(const std::optional<When>& when) {
  if (!when) return {};
  return (when->day ? "on " : "at ") + to_string(*when);
}

std::string knowledge_of(const std::optional<When>& known) {
  return known ? ", as known " + time_of(known) : std::string{};
}

std::string to_text(const Answer& answer, const Style& style) {
  Style wide = style;
  wide.width = std::max(style.width, 40U);
  auto text = std::visit([&](const auto& content) { return body_of(content, answer, wide); }, answer.content);
  return assumptions_of(answer.query, wide) + filter_of(answer.query, wide) + text + derived_of(answer, wide) +
         sources_text(answer.citations, answer.query.ask == Ask::why, wide) + footer_of(answer, wide);
}

}  // namespace inforce::render_text
