// Who acts, and what events cite.
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {

void decode_authorities(Draft& draft) {
  const auto read = [](model::Authority& authority, const Fields& fields, const Entry&) {
    authority.name = fields.text("name");
    authority.jurisdiction = fields.text("jurisdiction");
    authority.note = fields.text("note");
  };
  decode_each(draft, Section::authority, authority_rule(), draft.book.authorities, read);
}

void decode_sources(Draft& draft) {
  const auto read = [&](model::Source& source, const Fields& fields, const Entry&) {
    source.title = fields.text("title");
    source.publisher = fields.text("publisher");
    source.kind = fields.text("kind");
    source.cite = fields.text("cite");
    source.url = fields.text("url");
    source.quote = fields.text("quote");
    source.note = fields.text("note");
    source.cite_at = text_span(fields["cite"]);
    source.url_at = text_span(fields["url"]);
    source.quote_at = text_span(fields["quote"]);
    if (const syntax::Node* date = fields["date"]) source.date = days_in(draft, *date);
  };
  decode_each(draft, Section::source, source_rule(), draft.book.sources, read);
}

}  // namespace inforce::check
