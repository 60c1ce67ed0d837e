package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which synthetic table is to be judged beside which people.
 *
 * @param real table that was learned from
 * @param holdout other people of the same population
 * @param synthetic table that was made
 * @param outcome column that models are to predict, by name or concept; of survival the event
 * @param time column with the time until the event or until last seen, if the outcome is survival
 * @param schema of the real table, as {@code anamnesis learn} writes it; found anew if empty
 * @param out folder to make
 * @param seed of all that is drawn
 * @param model file that made the synthetic table; what it says of itself stands on the pages
 */
public record EvaluateRequest(
        Path real,
        Path holdout,
        Path synthetic,
        Optional<String> outcome,
        Optional<String> time,
        Optional<Path> schema,
        Path out,
        long seed,
        Optional<Path> model) {}
