// Gazettes: how they are cited and on which days they appear. They serve the doubts about citations and nothing else.
#include <algorithm>

#include "engine/check/names.h"
#include "engine/check/stages.h"
#include "engine/syntax/citation_form.h"

namespace inforce::check {
namespace {

using syntax::CitationPart;
using syntax::Node;

bool counts_volumes(const model::Gazette& gazette) {
  return std::any_of(gazette.citation.begin(), gazette.citation.end(),
                     [](const CitationPart& part) { return part.kind == CitationPart::Kind::volume; });
}

void read_citation(Draft& draft, model::Gazette& gazette, const Fields& fields) {
  const Node* first_year = fields["first_year"];
  if (first_year != nullptr) gazette.first_year = whole_number(draft, *first_year);
  const Node* citation = fields["citation"];
  if (citation == nullptr) return;
  auto form = syntax::parse_citation_form(citation->text);
  if (!form) {
    draft.report(codes::bad_gazette, quoted(citation->text) + " does not say how the gazette is cited", citation->span,
                 "give its name and one of `VOLUME` and `YEAR`, such as `VOLUME FR PAGE`");
    return;
  }
  gazette.citation = std::move(*form);
  if (counts_volumes(gazette) && fields.key("first_year") == nullptr) {
    draft.report(codes::bad_gazette, "volumes are counted, but no `first_year` says from when", citation->span,
                 "give the year of the first volume");
  } else if (!counts_volumes(gazette) && first_year != nullptr) {
    draft.report(codes::bad_gazette, "`first_year` is given, but no `VOLUME` is cited", first_year->span);
  }
}

}  // namespace

void decode_gazettes(Draft& draft) {
  const auto read = [&](model::Gazette& gazette, const Fields& fields, const Entry&) {
    gazette.title = fields.text("title");
    gazette.note = fields.text("note");
    read_citation(draft, gazette, fields);
    if (const Node* name = fields["calendar"]) {
      const auto number = refer(draft, Section::calendar, *name, codes::unknown_calendar);
      if (number) gazette.calendar = model::CalendarId{*number};
    }
  };
  decode_each(draft, Section::gazette, gazette_rule(), draft.book.gazettes, read);
}

}  // namespace inforce::check
