// An answer as text for people: the finding in capitals, one sentence, a table, its sources, and what it rests on.
#pragma once

#include <string>

#include "engine/render/words.h"
#include "inforce/render.h"

namespace inforce::render_text {

[[nodiscard]] std::string to_text(const Answer& answer, const Style& style);

/// The finding in capitals, and the sentence after it, wrapped.
[[nodiscard]] std::string headline(const std::string& finding, Tone tone, const std::string& sentence,
                                   const Style& style);

/// The sources, each with its citation, under a heading; empty without any.
[[nodiscard]] std::string sources_text(const std::vector<Citation>& citations, bool with_addresses, const Style& style);

/// The first line of an answer under assumptions (S24); else empty.
[[nodiscard]] std::string assumptions_of(const Query& query, const Style& style);

/// `on 2025-07-20` or `at 2025-07-20T08:00:00Z`, and ` as known on …` where a state of knowledge was asked for.
[[nodiscard]] std::string time_of(const std::optional<When>& when);
[[nodiscard]] std::string knowledge_of(const std::optional<When>& known);

/// The body of each kind of answer: from the headline to the last table.
[[nodiscard]] std::string body_of(const OnAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const WhyAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const WhenAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const DiffAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const EventsAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const NextAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const CoverageAnswer& content, const Answer& answer, const Style& style);
[[nodiscard]] std::string body_of(const ConflictsAnswer& content, const Answer& answer, const Style& style);

/// `item H20 and destination CN`.
[[nodiscard]] std::string text_of(const Facts& facts);

/// One conflict as a sentence.
[[nodiscard]] std::string text_of(const Conflict& conflict);

}  // namespace inforce::render_text
