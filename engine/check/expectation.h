// What an example expects, read and checked: the map under `expect`.
#pragma once

#include <optional>

#include "engine/check/stages.h"

namespace inforce::check {

/// The exact day or moment in `value`, a scalar on one line; else says what is wrong. Null gives nothing.
[[nodiscard]] std::optional<When> when_in(Draft& draft, const syntax::Node* value);

/// The measure of that name, a member included; else reports it. A group is none.
[[nodiscard]] std::optional<model::MeasureId> measure_in(Draft& draft, const syntax::Node& name);

/// Reports a name with a slash that no event enlists: its group (IF308) or its member (IF309).
void report_no_member(Draft& draft, const syntax::Node& name);

/// Fills `example.expect`, whose question has been read already. `of_case`: it describes one, whatever is wrong with
/// it.
void decode_expectation(Draft& draft, const syntax::Node& body, bool of_case, model::Example& example);

}  // namespace inforce::check
