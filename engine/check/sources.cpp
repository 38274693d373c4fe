// Who acts, and what events cite.
#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {

void decode_authorities(Draft& draft) {
  for (const Entry& entry : draft[Section::authority].entries) {
    model::Authority authority;
    authority.id = entry.id;
    authority.span = entry.at;
    if (entry.body != nullptr) {
      const Fields fields(draft, authority_rule(), *entry.body, entry.at, entry.file);
      authority.name = fields.text("name");
      authority.jurisdiction = fields.text("jurisdiction");
      authority.note = fields.text("note");
    }
    draft.book.authorities.push_back(std::move(authority));
  }
}

void decode_sources(Draft& draft) {
  for (const Entry& entry : draft[Section::source].entries) {
    model::Source source;
    source.id = entry.id;
    source.span = entry.at;
    if (entry.body != nullptr) {
      const Fields fields(draft, source_rule(), *entry.body, entry.at, entry.file);
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
    }
    draft.book.sources.push_back(std::move(source));
  }
}

}  // namespace inforce::check
