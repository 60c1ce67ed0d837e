package org.anamnesis.converse;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.problem.Problem;

/**
 * One message and what was made of it.
 *
 * @param message the user's words
 * @param kind what came of it
 * @param reading what was understood, each with the words it rests on
 * @param reply in a sentence or some lines
 * @param changes how the specification differs from before
 * @param assumed what the user did not say and was decided
 * @param notUsed words that were not used
 * @param problems why something could not be done
 * @param question what is asked back
 * @param reach whom the request leaves of the population; empty if nobody looked
 * @param warnings what the user should know before using the data
 * @param typed the answer to a question, typed; empty for other messages
 * @param language of all that is told, ISO 639-1
 * @param links phrases that are no name and were looked up by meaning
 */
public record Turn(
        String message,
        Kind kind,
        List<String> reading,
        String reply,
        List<Change> changes,
        List<String> assumed,
        List<String> notUsed,
        List<Problem> problems,
        Optional<Asked> question,
        Optional<Reach> reach,
        List<String> warnings,
        Map<String, Object> typed,
        String language,
        List<Linked> links) {
    /** What a message can come to. */
    public enum Kind {
        CHANGED,
        SAME,
        ANSWERED,
        ASKED,
        REFUSED,
        PROBLEM,
        /** The files are wanted; making them is the door's business. */
        MAKE
    }

    /**
     * A question with choices.
     *
     * @param text in a sentence
     * @param about the user's words
     * @param choices what can be answered, the usual one first
     */
    public record Asked(String text, String about, List<String> choices) {
        public Asked {
            choices = List.copyOf(choices);
        }
    }

    /**
     * Whom a request leaves.
     *
     * @param rows of the reference population
     * @param share of it, 0 to 1
     * @param people how many residents they stand for
     */
    public record Reach(int rows, double share, double people) {
        /** In a sentence. */
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "Of the reference population %s %% are like this (%,d rows, %s million people).",
                    Warnings.rounded(100 * share),
                    rows,
                    Warnings.rounded(people / 1e6));
        }
    }

    /**
     * A phrase that is no name, and a concept that it is near to.
     *
     * @param words the user's
     * @param concept id
     * @param name of the concept
     * @param similarity from -1 to 1, no unit
     * @param taken whether it is read so; if not, it is asked
     */
    public record Linked(
            String words, String concept, String name, double similarity, boolean taken) {}

    /** Told in English, as every turn is until it is put into another language. */
    public Turn(
            String message,
            Kind kind,
            List<String> reading,
            String reply,
            List<Change> changes,
            List<String> assumed,
            List<String> notUsed,
            List<Problem> problems,
            Optional<Asked> question,
            Optional<Reach> reach,
            List<String> warnings,
            Map<String, Object> typed) {
        this(
                message, kind, reading, reply, changes, assumed, notUsed, problems, question, reach,
                warnings, typed, "en", List.of());
    }

    /** The same with what its changes rest on. */
    Turn resting(List<Change> quoted) {
        return new Turn(
                message, kind, reading, reply, quoted, assumed, notUsed, problems, question, reach,
                warnings, typed, language, links);
    }

    /** The same for a longer message, with more of a reply. */
    Turn answering(String whole, String more) {
        return new Turn(
                whole,
                kind,
                reading,
                reply + more,
                changes,
                assumed,
                notUsed,
                problems,
                question,
                reach,
                warnings,
                typed,
                language,
                links);
    }

    /** The same with what was looked up. */
    Turn with(List<Linked> found) {
        return new Turn(
                message, kind, reading, reply, changes, assumed, notUsed, problems, question, reach,
                warnings, typed, language, found);
    }

    /** A sentence or heading that a door adds, in the language of the turn. */
    public String told(String english) {
        return Told.in(language).of(english);
    }

    public Turn {
        links = List.copyOf(links);
        reading = List.copyOf(reading);
        changes = List.copyOf(changes);
        assumed = List.copyOf(assumed);
        notUsed = List.copyOf(notUsed);
        problems = List.copyOf(problems);
        warnings = List.copyOf(warnings);
    }
}
