// Which answers differ between two versions of the rules: as text, as Markdown for a pull request, and as JSON.
#pragma once

#include <string>

#include "engine/query/impact.h"
#include "inforce/render.h"

namespace inforce {

/// More cases, or changes, than these tell a reader no more; JSON has all.
inline constexpr std::size_t most_cases_shown = 5;
inline constexpr std::size_t most_changes_shown = 40;

/// What both versions are called: as asked for.
struct ImpactReport {
  std::string from;
  std::string to;
  query::Impact impact;
};

/// Sentences that text and Markdown share.
namespace impact_words {

/// `No answer changes: the rules mean the same.` or how many answers change, over what was compared.
[[nodiscard]] std::string headline(const query::Impact& impact);
/// `from 2025-07-14 through 2025-08-07`.
[[nodiscard]] std::string days_of(const query::AnswerChange& change);
/// `licence-required (us-h20-licence)`.
[[nodiscard]] std::string text_of(const query::Outcome& outcome);
/// `item=H20, destination=CN`.
[[nodiscard]] std::string text_of(const Facts& facts);
/// `in-force 2025-04-09 through 2025-07-13 (policy: denial)`; `none` for no interval.
[[nodiscard]] std::string text_of(const std::vector<Interval>& intervals);
/// One line for each thing in which a record differs.
[[nodiscard]] std::vector<std::string> lines_of(const query::RecordChange& change);

}  // namespace impact_words

namespace render_text {
[[nodiscard]] std::string impact_text(const ImpactReport& report, const Style& style);
}  // namespace render_text

namespace render_markdown {
[[nodiscard]] std::string impact_markdown(const ImpactReport& report);
}  // namespace render_markdown

namespace render_json {
[[nodiscard]] std::string impact_json(const ImpactReport& report);
}  // namespace render_json

}  // namespace inforce
