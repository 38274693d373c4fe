// Text of answers about a day or a moment: `on` and `why`.
#include <algorithm>
#include <cstdlib>

#include "engine/render/answer_text.h"

namespace inforce::render_text {

namespace {

std::string since_of(const Finding& finding) {
  if (finding.since) return to_string(*finding.since);
  return finding.by.empty() ? "" : "not exact";
}

std::string through_of(const Finding& finding) {
  if (!finding.before) return "";
  return finding.before->day ? to_string(*finding.through) : "before " + to_string(*finding.before);
}

bool tells_of_effect(const Reason& reason) {
  static const std::vector<std::string> kinds{"imposed", "enlisted",  "extended", "amended",
                                              "resumed", "suspended", "lifted",   "delisted"};
  return std::find(kinds.begin(), kinds.end(), reason.kind) != kinds.end();
}

/// Whether the reason says more than the columns of the table do.
bool adds_to_row(const Finding& finding, const Reason& reason) {
  if (tells_of_effect(reason) || reason.kind == "not-ended" || reason.kind == "ends") return false;
  if (reason.kind == "scope") return finding.status == Status::out_of_scope;
  if (reason.kind == "pending" || reason.kind == "not-yet") return !finding.since;
  if (reason.kind == "ended" || reason.kind == "never" || reason.kind == "not-released") return false;
  if (reason.kind == "suspension-ended") return false;
  return true;
}

void add_within(const Finding& finding, std::vector<std::string>& notes) {
  for (const auto& run : finding.within) {
    notes.push_back(std::string(to_string(run.status)) + " from " + to_string(run.from) + ", before " +
                    to_string(run.before));
  }
}

/// `through us-list/acme (Acme Ltd): policy case-by-case; Only for items of one kind`.
std::string told(const Member& member) {
  auto text = "through " + member.id;
  if (!member.title.empty() && member.id.find("/" + member.title) == std::string::npos)
    text += " (" + member.title + ")";
  if (!member.attributes.empty()) text += ": " + text_of(member.attributes);
  if (!member.note.empty()) text += (member.attributes.empty() ? ": " : "; ") + member.note;
  return text;
}

std::vector<std::string> notes_of(const Finding& finding) {
  std::vector<std::string> notes;
  if (!finding.title.empty()) notes.push_back(finding.title);
  auto terms = finding.attributes;
  terms.erase("scope");  // `why` shows the scope with the facts that it met.
  if (!terms.empty()) notes.push_back(text_of(terms));
  for (const auto& reason : finding.reasons) {
    if (adds_to_row(finding, reason)) notes.push_back(reason.text);
  }
  add_within(finding, notes);
  for (const auto& member : finding.members) notes.push_back(told(member));
  if (finding.evidence != "official") notes.push_back("rests on what is " + finding.evidence + " alone");
  return notes;
}

void add_rows(const std::string& section, const std::vector<const Finding*>& findings, Table& table) {
  for (const auto* finding : findings) {
    const auto status = std::string(to_string(finding->status));
    Row row;
    row.cells = {{status, tone_of(finding->status)},
                 {finding->id, Tone::strong},
                 {since_of(*finding)},
                 {through_of(*finding)},
                 {finding->kind}};
    row.notes = notes_of(*finding);
    if (finding == findings.front()) row.section = section;
    table.rows.push_back(std::move(row));
  }
}

std::vector<const Finding*> of_force(const OnAnswer& content, Force force) {
  std::vector<const Finding*> found;
  for (const auto& finding : content.restrictions) {
    if (finding.force == force) found.push_back(&finding);
  }
  return found;
}

bool in_force(const Finding& finding) { return finding.status == Status::applies || finding.status == Status::grace; }

std::size_t count_in_force(const std::vector<const Finding*>& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(), [](const Finding* finding) { return in_force(*finding); }));
}

std::size_t count_status(const OnAnswer& content, Status status) {
  return static_cast<std::size_t>(std::count_if(
      content.restrictions.begin(), content.restrictions.end(),
      [&](const Finding& finding) { return finding.force != Force::context && finding.status == status; }));
}

/// `2 binding and 1 advisory restrictions`; empty where there is none.
std::string counted(std::size_t binding, std::size_t advisory) {
  std::vector<std::string> parts;
  if (binding > 0) parts.push_back(std::to_string(binding) + " binding");
  if (advisory > 0) parts.push_back(std::to_string(advisory) + " advisory");
  if (parts.empty()) return {};
  return list_of(parts) + (binding + advisory == 1 ? " restriction" : " restrictions");
}

std::string others(const OnAnswer& content) {
  std::vector<std::string> parts;
  for (const auto status : {Status::may_apply, Status::released, Status::suspended, Status::pending}) {
    const auto count = count_status(content, status);
    const auto word = status == Status::may_apply ? "possible" : std::string(to_string(status));
    if (count > 0) parts.push_back(std::to_string(count) + " " + word);
  }
  return list_of(parts);
}

std::string force_headline(const OnAnswer& content, const Answer& answer, const Style& style) {
  const auto binding = count_in_force(of_force(content, Force::binding));
  const auto advisory = count_in_force(of_force(content, Force::advisory));
  const auto of_case = answer.query.facts.empty() ? "" : ", for " + text_of(answer.query.facts);
  const auto time = time_of(answer.query.on) + knowledge_of(answer.query.known) + of_case;
  const auto rest = others(content);
  if (binding + advisory > 0) {
    const auto sentence = counted(binding, advisory) + " " + time + (rest.empty() ? "." : "; " + rest + ".");
    return headline("IN FORCE", Tone::bad, sentence, style);
  }
  const auto tail = std::string(" What these rules do not cover, they do not tell.");
  if (count_status(content, Status::may_apply) > 0) {
    return headline("POSSIBLY IN FORCE", Tone::doubtful, "no restriction is certain " + time + "; " + rest + ".",
                    style);
  }
  const auto sentence =
      "no restriction of these rules is in force " + time + (rest.empty() ? "." : "; " + rest + ".") + tail;
  return headline("NONE IN FORCE", Tone::strong, sentence, style);
}

std::string verdict_headline(const OnAnswer& content, const Answer& answer, const Style& style) {
  auto sentence = text_of(answer.query.facts) + ", " + time_of(answer.query.on) + knowledge_of(answer.query.known);
  if (!content.policies.empty()) sentence += "; policy " + list_of(content.policies);
  if (content.could_be) sentence += "; could be " + std::string(to_string(*content.could_be));
  sentence += ".";
  if (*content.verdict == Verdict::not_covered) {
    sentence += " No regime told in these rules covers this case: that is no statement that nothing applied.";
  }
  if (*content.verdict == Verdict::clear) sentence += " No binding restriction told in these rules applies.";
  if (!content.missing.empty()) sentence += " It depends on " + list_of(content.missing) + ".";
  for (const auto& date : content.deciding) sentence += " It depends on a date that is not exact: " + date + ".";
  return headline(capitals(*content.verdict), tone_of(*content.verdict), sentence, style);
}

std::string sentence_of(const WhyAnswer& content, const Answer& answer) {
  const auto& finding = content.finding;
  std::string sentence = finding.id + " " + time_of(answer.query.on) + knowledge_of(answer.query.known);
  if (!answer.query.facts.empty()) sentence += ", for " + text_of(answer.query.facts);
  if (!finding.title.empty()) sentence += ": " + finding.title;
  return sentence + ".";
}

/// A step and, further in, those that it follows from.
std::string step_text(const Reason& reason, std::size_t indent, const Style& style) {
  const std::string margin(indent, ' ');
  auto text = wrapped(reason.text, margin, margin + "  ", style.width);
  if (!reason.place.empty()) text += margin + "    " + reason.place + "\n";
  if (!reason.sources.empty() && reason.because.empty()) {
    text += wrapped("cited: " + list_of(reason.sources), margin + "    ", margin + "      ", style.width);
  }
  for (const auto& step : reason.because) text += step_text(step, indent + 2, style);
  return text;
}

std::string told(const Near& near) {
  if (!near.attribute.empty()) {
    return "one fact away: " + spoken(near.attribute) + " would have to be another, as the scope asks `" +
           list_of(near.wanted) + "`";
  }
  const auto count = count_of(static_cast<std::size_t>(std::abs(near.days)), "day");
  if (near.days == 0) return "on the same day: it applies at " + to_string(*near.at);
  return near.days < 0 ? count + " before: it last applied on " + to_string(*near.at)
                       : count + " after: it next applies on " + to_string(*near.at);
}

std::string instead_text(const WhyAnswer& content, const Style& style) {
  std::string text;
  for (const auto& row : content.instead) {
    const auto sentence = row.id + ", " + row.kind + ", " + std::string(to_string(row.status)) +
                          (row.title.empty() ? "" : ": " + row.title);
    text += wrapped(sentence, "Instead   ", "          ", style.width);
  }
  return text;
}

}  // namespace

std::string text_of(const Facts& facts) {
  std::vector<std::string> tests;
  for (const auto& [name, values] : facts) {
    for (const auto& value : values) tests.push_back(name + " " + value);
  }
  return list_of(tests);
}

std::string body_of(const OnAnswer& content, const Answer& answer, const Style& style) {
  std::string text =
      content.verdict ? verdict_headline(content, answer, style) : force_headline(content, answer, style);
  Table table;
  table.columns = {{"STATUS"}, {"MEASURE"}, {"SINCE"}, {"THROUGH"}, {"KIND", true}};
  add_rows("Binding", of_force(content, Force::binding), table);
  add_rows("Advisory", of_force(content, Force::advisory), table);
  add_rows("Context", of_force(content, Force::context), table);
  std::vector<const Finding*> authorizations;
  for (const auto& finding : content.authorizations) authorizations.push_back(&finding);
  add_rows("Authorizations", authorizations, table);
  const auto rows = laid_out(std::move(table), style.width, style.colour);
  if (!rows.empty()) text += "\n" + rows;
  if (!content.conflicts.empty()) text += "\n  Conflicts\n";
  for (const auto& conflict : content.conflicts) text += wrapped(text_of(conflict), "  ", "    ", style.width);
  return text;
}

std::string body_of(const WhyAnswer& content, const Answer& answer, const Style& style) {
  const auto& finding = content.finding;
  auto text = headline(capitals(finding.status), tone_of(finding.status), sentence_of(content, answer), style);
  text += "\nReasons\n";
  for (const auto& reason : finding.reasons) text += step_text(reason, 2, style);
  for (const auto& run : finding.within) {
    text += "  " + std::string(to_string(run.status)) + " from " + to_string(run.from) + ", before " +
            to_string(run.before) + "\n";
  }
  std::vector<std::string> facts;
  facts.push_back("since " + (finding.since ? to_string(*finding.since) : std::string("a day not known exactly")));
  if (finding.before) facts.push_back(finding.before->day ? "through " + through_of(finding) : through_of(finding));
  const bool spell = finding.since || finding.before;
  if (spell) text += "\nSpell     " + list_of(facts) + "\n";
  if (!finding.attributes.empty())
    text += wrapped(text_of(finding.attributes), "Terms     ", "          ", style.width);
  for (const auto& member : finding.members) text += wrapped(told(member), "Listed    ", "          ", style.width);
  if (!finding.missing.empty()) text += wrapped(list_of(finding.missing), "Missing   ", "          ", style.width);
  for (const auto& near : content.near) text += wrapped(told(near), "Nearest   ", "          ", style.width);
  const bool by_fact =
      std::any_of(content.near.begin(), content.near.end(), [](const Near& near) { return !near.attribute.empty(); });
  if (finding.status == Status::out_of_scope && !by_fact) {
    text += wrapped("no single fact: more than one would have to be another", "Nearest   ", "          ", style.width);
  }
  text += instead_text(content, style);
  if (finding.next) {
    text += "Next      " + std::string(to_string(finding.next->status)) + " from " + to_string(finding.next->at) + "\n";
  }
  return text;
}

}  // namespace inforce::render_text
