// Text of answers about the rules as a whole: what they cover, and where jurisdictions conflict.
#include "engine/render/answer_text.h"

namespace inforce::render_text {

namespace {

std::string covered_of(const Coverage& coverage) {
  if (coverage.covers != "depends") return coverage.covers;
  return "depends on " + list_of(coverage.missing);
}

std::vector<std::string> notes_of(const Coverage& coverage) {
  std::vector<std::string> notes;
  if (!coverage.title.empty()) notes.push_back(coverage.title);
  notes.push_back(coverage.scope.empty() ? "every case" : coverage.scope);
  if (!coverage.review_every.empty()) notes.push_back("reviewed every " + coverage.review_every);
  if (!coverage.note.empty()) notes.push_back(coverage.note);
  return notes;
}

std::string period_of(const Query& query) {
  std::string text;
  if (query.from) text += " from " + to_string(*query.from);
  if (query.through) text += " through " + to_string(*query.through);
  return text;
}

std::string last_of(const Conflict& conflict) {
  if (!conflict.before) return "no end known";
  if (!conflict.before->day) return "before " + to_string(*conflict.before);
  return to_string(*conflict.before->day - std::chrono::days{1});
}

/// The measures stand in the table already.
std::string note_of(const Conflict& conflict) {
  if (conflict.kind == Conflict::Kind::opposite_conduct) return text_of(conflict);
  return conflict.sides.front().jurisdiction + " and " + conflict.sides.back().jurisdiction + " restrict " +
         list_of(conflict.items) + (conflict.certain ? "" : ", where both apply");
}

}  // namespace

std::string text_of(const Conflict& conflict) {
  std::vector<std::string> names;
  for (const auto& side : conflict.sides) names.push_back(side.id + " (" + side.jurisdiction + ")");
  const std::string possibly = conflict.certain ? "" : ", where all apply";
  if (conflict.kind == Conflict::Kind::opposite_conduct) {
    return names.front() + " requires what " + names.back() + " forbids" + possibly + ": " + conflict.conduct;
  }
  return list_of(names) + " restrict " + list_of(conflict.items) + possibly +
         ": relief from one jurisdiction is none from another";
}

std::string body_of(const CoverageAnswer& content, const Answer& answer, const Style& style) {
  if (content.regimes.empty()) {
    return headline("NO COVERAGE", Tone::doubtful, "the rules state none, so that no case is ever clear.", style);
  }
  auto sentence = count_of(content.regimes.size(), "regime");
  if (!answer.query.facts.empty()) sentence += ", for " + text_of(answer.query.facts);
  if (answer.query.on) sentence += ", " + time_of(answer.query.on);
  auto text = headline("COVERAGE", Tone::strong, sentence + ".", style);
  Table table;
  table.columns = {{"REGIME"}, {"FROM"}, {"REVIEWED"}, {"COVERS", true, true}};
  for (const auto& coverage : content.regimes) {
    table.rows.push_back({{{coverage.regime, Tone::strong},
                           {to_string(coverage.from)},
                           {to_string(coverage.reviewed)},
                           {covered_of(coverage)}},
                          notes_of(coverage)});
  }
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

std::string body_of(const ConflictsAnswer& content, const Answer& answer, const Style& style) {
  const auto of_case = answer.query.facts.empty() ? "" : ", for " + text_of(answer.query.facts);
  const auto where = period_of(answer.query) + knowledge_of(answer.query.known) + of_case + ".";
  if (content.conflicts.empty()) return headline("NO CONFLICT", Tone::good, "none is known" + where, style);
  auto text = headline("CONFLICTS", Tone::bad, count_of(content.conflicts.size(), "conflict") + where, style);
  Table table;
  table.columns = {{"FROM"}, {"THROUGH"}, {"MEASURES"}};
  table.note_column = 2;
  for (const auto& conflict : content.conflicts) {
    table.rows.push_back({{{conflict.from ? to_string(*conflict.from) : "always"},
                           {last_of(conflict)},
                           {conflict.sides.front().id + ", " + conflict.sides.back().id, Tone::strong}},
                          {note_of(conflict)}});
  }
  return text + "\n" + laid_out(std::move(table), style.width, style.colour);
}

}  // namespace inforce::render_text
