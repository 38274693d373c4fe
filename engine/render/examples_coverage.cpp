// What examples cover, by file: counts, and what is missing in words.
#include <algorithm>
#include <map>

#include "engine/render/examples.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce {

namespace render_text {

std::string a_case(const model::Measure& measure, const model::Rulebook& rules) {
  if (measure.kind == model::Kind::membership) {
    const auto* group = model::find_group(rules, measure.group);
    return "a case with `" + group->attribute + ": " + measure.member + "`";
  }
  return measure.scope ? "a case in `" + measure.scope->text + "`" : "any case";
}

}  // namespace render_text

namespace {

using query::AskedBoundary;
using render_text::a_case;

using Files = std::map<std::string, FileCoverage, std::less<>>;

FileCoverage* file_of(Files& files, const model::Rulebook& rules, Span span) {
  const auto found = files.find(rules.texts.path(span.file));
  return found == files.end() ? nullptr : &found->second;
}

/// When to ask, for an answer to rest on an effect.
std::string time_of(model::Verb verb) {
  const bool ends = verb == model::Verb::lift || verb == model::Verb::delist || verb == model::Verb::resume;
  return ends ? " once it has acted" : " while it lasts";
}

void add_effect(Files& files, const model::Rulebook& rules, const query::ReachedEffect& counted) {
  const auto& effect = rules[counted.effect];
  auto* file = file_of(files, rules, effect.span);
  if (file == nullptr) return;
  ++file->effects;
  if (counted.reached) {
    ++file->reached;
    return;
  }
  const auto& measure = rules[effect.named];
  const auto& event = rules[effect.event];
  const std::string proposed =
      event.evidence == model::Evidence::proposed ? ", with `assume: [" + event.id + "]`" : std::string{};
  file->gaps.push_back(
      {effect.span, "effect", measure.id,
       "no answer rests on `" + std::string(to_string(effect.verb)) + ": " + measure.id + "` of " + event.id,
       "ask about " + a_case(measure, rules) + time_of(effect.verb) + proposed});
}

/// `on 2025-04-08 and on 2025-04-09`, or `before` and `at` a moment: the sides that no example asks about.
std::string sides_of(const AskedBoundary& boundary) {
  const bool within_day = !boundary.at.day;
  const auto at = to_string(boundary.at);
  auto before = within_day ? "before " + at : "on " + to_string(boundary.day_before);
  auto itself = within_day ? "at " + at : "on " + to_string(boundary.day_itself);
  if (boundary.before_asked) return itself;
  return boundary.itself_asked ? before : before + " and " + itself;
}

void add_boundary(Files& files, const model::Rulebook& rules, const AskedBoundary& boundary) {
  const auto& span = rules[boundary.by].span;
  auto* file = file_of(files, rules, span);
  if (file == nullptr) return;
  ++file->boundaries;
  if (boundary.asked()) {
    ++file->asked;
    return;
  }
  const auto& measure = rules[boundary.measure];
  file->gaps.push_back({span, "boundary", measure.id,
                        measure.id + " is " + boundary.change + " from " + to_string(boundary.at) + " on",
                        "ask " + sides_of(boundary) + " about " + a_case(measure, rules)});
}

void add_measure(Files& files, const model::Rulebook& rules, const query::SeenMeasure& seen) {
  const auto& measure = rules[seen.measure];
  auto* file = file_of(files, rules, measure.span);
  if (file == nullptr) return;
  ++file->measures;
  const bool both = seen.applying && (seen.otherwise || !measure.scope);
  if (both) ++file->seen;
  if (!seen.applying) {
    file->gaps.push_back({measure.span, "measure", measure.id, measure.id + " is never seen to apply",
                          "ask about " + a_case(measure, rules) + " while it is in force"});
  }
  if (!seen.otherwise && measure.scope) {
    file->gaps.push_back(
        {measure.span, "measure", measure.id, measure.id + " is never seen not to apply",
         "ask, while it is in force, about a case that misses one part of `" + measure.scope->text + "`"});
  }
}

void add_branch(Files& files, const model::Rulebook& rules, const query::SeenBranch& seen) {
  auto* file = file_of(files, rules, seen.span);
  if (file == nullptr) return;
  ++file->branches;
  if (seen.met && seen.unmet) {
    ++file->both_ways;
    return;
  }
  const auto& measure = rules[seen.measure];
  const std::string never = seen.met ? "not met" : seen.unmet ? "met" : "met, nor not met,";
  file->gaps.push_back({seen.span, "branch", measure.id,
                        "`" + seen.text + "` of " + measure.id + " is never seen " + never + " while it is in force",
                        std::string("ask, while it is in force, about a case that ") +
                            (seen.met     ? "does not meet it"
                             : seen.unmet ? "meets it"
                                          : "meets it, and one that does not")});
}

}  // namespace

unsigned CoverageReport::percent() const {
  std::size_t all = 0;
  std::size_t done = 0;
  for (const auto& file : files) {
    all += file.effects + file.boundaries + file.measures;
    done += file.reached + file.asked + file.seen;
  }
  return all == 0 ? 100 : static_cast<unsigned>(done * 100 / all);
}

CoverageReport coverage_report(const query::ExamplesCoverage& coverage, const model::Rulebook& rules,
                               const std::vector<std::string>& paths, std::size_t examples) {
  Files files;
  for (const auto& path : paths) files[path].path = path;
  for (const auto& effect : coverage.effects) add_effect(files, rules, effect);
  for (const auto& boundary : coverage.boundaries) add_boundary(files, rules, boundary);
  for (const auto& measure : coverage.measures) add_measure(files, rules, measure);
  for (const auto& branch : coverage.branches) add_branch(files, rules, branch);
  CoverageReport report{examples, {}};
  for (auto& [path, file] : files) {
    if (file.effects + file.boundaries + file.measures + file.branches == 0) continue;
    std::stable_sort(file.gaps.begin(), file.gaps.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    report.files.push_back(std::move(file));
  }
  return report;
}

namespace render_text {

namespace {

std::string share(std::size_t done, std::size_t all) { return std::to_string(done) + "/" + std::to_string(all); }

}  // namespace

std::string coverage_text(const CoverageReport& report, const Sources& sources, bool quiet, const Style& style) {
  std::string text;
  if (!quiet) {
    Table table{{{"file"}, {"effects"}, {"boundaries"}, {"in and out of scope"}, {"branches"}}, {}, 0};
    for (const auto& file : report.files) {
      table.rows.push_back({{{printable(file.path)},
                             {share(file.reached, file.effects)},
                             {share(file.asked, file.boundaries)},
                             {share(file.seen, file.measures)},
                             {share(file.both_ways, file.branches)}},
                            {}});
    }
    text += "Covered by " + count_of(report.examples, "example") + ": " + std::to_string(report.percent()) +
            " percent\n\n" + laid_out(std::move(table), style.width, style.colour);
  }
  for (const auto& file : report.files) {
    if (file.gaps.empty()) continue;
    if (!text.empty()) text += "\n";
    for (const auto& gap : file.gaps) {
      const auto place = sources.begin_of(gap.span);
      text += std::string(place.path) + ":" + std::to_string(place.line) + ": " + gap.text + "; " + gap.help + "\n";
    }
  }
  return text;
}

}  // namespace render_text

}  // namespace inforce
