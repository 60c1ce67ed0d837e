package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.plan.Reach;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;

/** What the user is told of a turn. */
final class Replies {
    private Replies() {}

    static Turn same(String message, String reply) {
        return plain(message, Turn.Kind.SAME, reply, List.of(), Map.of());
    }

    /** Understood, and asked for already. */
    static Turn same(
            String message, List<String> understood, List<String> notUsed, CohortSpec spec) {
        List<String> parts = new ArrayList<>();
        if (!understood.isEmpty()) {
            parts.add("That is asked already: " + sentence(understood));
        }
        notUsed(notUsed).ifPresent(parts::add);
        parts.add("Nothing was changed: " + sentence(Understood.lines(spec)));
        return new Turn(
                message,
                Turn.Kind.SAME,
                understood,
                String.join(" ", parts),
                List.of(),
                List.of(),
                notUsed,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }

    static Turn refused(String message, List<Problem> problems) {
        String why = sentence(problems.stream().map(Problem::message).toList());
        return plain(message, Turn.Kind.REFUSED, why, problems, Map.of());
    }

    static Turn problem(String message, List<Problem> problems) {
        List<String> parts = new ArrayList<>();
        for (Problem p : problems) {
            String try_ = p.suggestion().isBlank() ? "" : " Try: " + p.suggestion() + ".";
            parts.add(told(p) + try_);
        }
        String reply = "Nothing was changed. " + String.join(" ", parts);
        return plain(message, Turn.Kind.PROBLEM, reply, problems, Map.of());
    }

    /** What is wrong and where, in a sentence. */
    static String told(Problem p) {
        String quote = p.where().startsWith("\u201c") ? "" : "\"";
        String where = p.where().isBlank() ? "" : " (" + quote + p.where() + quote + ")";
        return capital(p.message().replaceFirst("\\.$", "")) + where + ".";
    }

    static Turn answered(String message, Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.add(answer.text());
        answer.lines().forEach(l -> lines.add("  - " + l));
        return plain(
                message, Turn.Kind.ANSWERED, String.join("\n", lines), List.of(), answer.json());
    }

    static Turn changed(
            String message,
            CohortSpec before,
            CohortSpec after,
            List<String> understood,
            List<String> assumed,
            List<String> notUsed,
            Optional<World.Seen> seen) {
        List<String> parts = new ArrayList<>();
        if (!understood.isEmpty()) {
            parts.add("Understood: " + sentence(understood));
        }
        if (!assumed.isEmpty()) {
            parts.add("Assumed: " + sentence(assumed));
        }
        notUsed(notUsed).ifPresent(parts::add);
        return new Turn(
                message,
                Turn.Kind.CHANGED,
                understood,
                String.join(" ", parts)
                        + seen.flatMap(World.Seen::reach).map(Replies::groups).orElse(""),
                Difference.of(before, after),
                assumed,
                notUsed,
                List.of(),
                Optional.empty(),
                seen.flatMap(World.Seen::reach).map(Replies::reach),
                seen.map(World.Seen::warnings).orElse(List.of()),
                Map.of());
    }

    /** Of whom each group is made, and what was made alike; nothing without groups. */
    private static String groups(Reach reach) {
        if (reach.groups().isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        reach.groups()
                .forEach(
                        g ->
                                lines.add(
                                        "%s: %s patients, from %s rows of the reference population"
                                                .formatted(
                                                        g.name(),
                                                        Amounts.count(g.patients()),
                                                        Amounts.count(g.rows()))));
        reach.explained().stream()
                .filter(e -> e.startsWith("same ") || e.startsWith("nobody of group "))
                .map(e -> e.replaceFirst("; by themselves .*", "")) // the report has it
                .forEach(lines::add);
        return "\nThe groups:\n  - " + String.join("\n  - ", lines);
    }

    /** The same turn, read by the rules because the language model was of no use. */
    static Turn alone(Turn turn, String why) {
        List<String> warnings = new ArrayList<>(turn.warnings());
        warnings.add(
                "The language model was of no use (%s); this was read by the rules alone."
                        .formatted(why));
        return new Turn(
                turn.message(),
                turn.kind(),
                turn.reading(),
                turn.reply(),
                turn.changes(),
                turn.assumed(),
                turn.notUsed(),
                turn.problems(),
                turn.question(),
                turn.reach(),
                warnings,
                turn.typed());
    }

    /** The same turn with the figures in which a what-if differs from its baseline. */
    static Turn beside(Turn turn, Beside beside) {
        String lines = String.join("\n  - ", beside.lines("baseline", "variant"));
        return new Turn(
                turn.message(),
                turn.kind(),
                turn.reading(),
                turn.reply() + "\nThe baseline beside the variant:\n  - " + lines,
                turn.changes(),
                turn.assumed(),
                turn.notUsed(),
                turn.problems(),
                turn.question(),
                turn.reach(),
                turn.warnings(),
                Typed.object(
                        "kind", "what-if", "moved", beside.json(), "source_title", beside.about()));
    }

    static Turn.Asked asked(Clarification question) {
        return new Turn.Asked(
                question.question(),
                question.quote(),
                question.choices().stream().map(Clarification.Choice::label).toList());
    }

    /** The same turn with a question at its end. */
    static Turn asking(Turn turn, Clarification question) {
        List<String> labels = asked(question).choices();
        StringBuilder reply = new StringBuilder(turn.reply());
        if (turn.kind() == Turn.Kind.SAME) {
            reply.setLength(0);
        }
        reply.append(reply.length() > 0 ? "\n" : "")
                .append(question.question())
                .append(" (\"")
                .append(question.quote())
                .append("\")");
        for (int i = 0; i < labels.size(); i++) {
            reply.append("\n  ").append((char) ('a' + i)).append(". ").append(labels.get(i));
            reply.append(i == 0 ? " (the usual reading; \"you decide\" takes it)" : "");
        }
        return new Turn(
                turn.message(),
                Turn.Kind.ASKED,
                turn.reading(),
                reply.toString(),
                turn.changes(),
                turn.assumed(),
                turn.notUsed(),
                List.of(),
                Optional.of(asked(question)),
                turn.reach(),
                turn.warnings(),
                Map.of());
    }

    static Turn plain(
            String message,
            Turn.Kind kind,
            String reply,
            List<Problem> problems,
            Map<String, Object> typed) {
        return new Turn(
                message,
                kind,
                List.of(),
                reply,
                List.of(),
                List.of(),
                List.of(),
                problems,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                typed);
    }

    static Turn.Reach reach(Reach reach) {
        return new Turn.Reach(reach.rows(), reach.share(), reach.residents());
    }

    private static Optional<String> notUsed(List<String> words) {
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of("Not used: \"" + String.join("\", \"", words) + "\".");
    }

    /** Several as one, with one full stop. */
    static String sentence(List<String> parts) {
        return String.join("; ", parts.stream().map(p -> p.replaceFirst("\\.$", "")).toList())
                + ".";
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
