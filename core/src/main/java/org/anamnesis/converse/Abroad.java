package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.evidence.Confidence;
import org.anamnesis.evidence.Evidence;
import org.anamnesis.evidence.Fact;
import org.anamnesis.interpret.Places;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.plan.BorrowedFacts;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.Populations;

/**
 * Countries without microdata: which figures of them the evidence knows, so that whoever is refused
 * their patients hears what there is, and what would be borrowed.
 */
final class Abroad {
    private static final int SHOWN = 6;
    private static final int LONGEST = 60;
    private static final String CODE = "request.population.unknown";
    private static final Pattern BORROW =
            Pattern.compile(
                    "(?i)\\bborrow|\\bproxy|\\bstand(ing)?[ -]in|\\bsubstitut|\\bus[ -](figures|data|people|zahlen)"
                            + "|\\b(leih|borge|emprunt|prest(ad|am))|借用|美国数据");

    /** Beside the country, says only that it will do. */
    private static final Pattern FINE =
            Pattern.compile("(?i)(?:(?:is|are|fine|ok(?:ay)?|good|works|sorry|sure|alright)\\W*)+");

    private Abroad() {}

    private static final class Bundled {
        static final Evidence EVIDENCE = Evidence.bundled();
    }

    /** The same problem; one on a country without microdata tells what is known of it. */
    private static Problem told(Problem p, String message, Optional<String> condition) {
        if (!p.code().equals(CODE)) {
            return p;
        }
        List<String> whole = Places.countries(message);
        List<String> countries = whole.size() == 1 ? whole : Places.countries(p.where());
        if (countries.size() != 1) {
            return p;
        }
        return new Problem(
                p.code(),
                p.where(),
                p.message() + " " + known(countries.get(0), condition),
                p.suggestion());
    }

    static List<Problem> told(List<Problem> problems, String message, Optional<String> condition) {
        return problems.stream().map(p -> told(p, message, condition)).toList();
    }

    /** What is known of the country that a question names; else of which countries there is any. */
    static Answer known(String message, CohortSpec spec) {
        List<String> countries = Places.countries(message);
        List<String> lines = new ArrayList<>();
        for (String country : countries) {
            lines.add(Populations.name(country) + ": " + known(country, spec.condition()));
        }
        if (countries.isEmpty()) {
            List<String> some =
                    Places.countries().stream()
                            .filter(c -> !facts(c, Optional.empty()).isEmpty())
                            .map(Populations::name)
                            .sorted()
                            .toList();
            lines.add("published figures are known of " + String.join(", ", some));
            lines.add("\"what is known of Germany?\" tells them");
        }
        lines.add("\"from Germany\" or another country asks for it");
        return new Answer(
                "Microdata are those of the United States; for other countries facts are used where there are some, the rest is borrowed and said to be.",
                lines,
                Typed.object("kind", "about", "topic", "countries", "countries", countries));
    }

    /** Figures of the condition, else of whom there are some. */
    private static List<Fact> facts(String country, Optional<String> condition) {
        Evidence evidence = Bundled.EVIDENCE;
        List<String> of =
                condition
                        .filter(evidence.conditions()::contains)
                        .map(List::of)
                        .orElse(evidence.conditions());
        List<Fact> facts = new ArrayList<>();
        of.forEach(c -> facts.addAll(BorrowedFacts.of(evidence, c, country)));
        return facts;
    }

    /** In a sentence: figures of the condition, else of whom there are some. */
    private static String known(String country, Optional<String> condition) {
        List<Fact> facts = facts(country, condition);
        if (facts.isEmpty()) {
            return "The evidence has no figure of it%s; all values would be borrowed from US adults."
                    .formatted(condition.isPresent() ? " for this condition" : "");
        }
        Map<String, List<String>> byWhom = new LinkedHashMap<>();
        facts.stream()
                .limit(SHOWN)
                .forEach(
                        f ->
                                byWhom.computeIfAbsent(whom(f), w -> new ArrayList<>())
                                        .add(f.about() + " " + Amounts.of(f.value(), f.unit())));
        List<String> lines = new ArrayList<>();
        byWhom.forEach((whom, said) -> lines.add(whom + ": " + String.join(", ", said)));
        String more = facts.size() > SHOWN ? "; and %d more".formatted(facts.size() - SHOWN) : "";
        boolean unverified = facts.stream().anyMatch(f -> f.confidence() == Confidence.RECALLED);
        return "Known of it: %s%s. All other values would be borrowed from US adults%s."
                .formatted(
                        String.join("; ", lines),
                        more,
                        unverified
                                ? "; an unverified figure is used only if you ask for it (\"mean BMI 31\")"
                                : "");
    }

    private static String whom(Fact f) {
        String checked =
                f.confidence() == Confidence.RECALLED
                        ? "unverified"
                        : Bundled.EVIDENCE
                                .source(f.source())
                                .map(s -> s.title())
                                .orElse(f.source());
        String years = f.period().equals("not stated") ? "" : ", " + f.period();
        return "%s%s (%s)".formatted(f.population(), years, checked);
    }

    /**
     * Whoever accepts that US figures are borrowed for the country of the message before means that
     * message and this one; any other message is itself.
     */
    static String together(Conversation before, String message, Reader reader) {
        if (before.messages().isEmpty()) {
            return message;
        }
        String last = before.messages().get(before.messages().size() - 1);
        if (!BORROW.matcher(message).find()) {
            return home(before, last, message, reader).orElse(message);
        }
        boolean refused =
                reader.read(last, before.spec()) instanceof Reading.NotUnderstood no
                        && no.problems().stream().allMatch(p -> p.code().equals(CODE));
        String both = last.strip().replaceFirst("[.!?]+$", "") + ". " + message.strip();
        boolean accepted =
                refused
                        && reader.read(both, before.spec()) instanceof Reading.Understood u
                        && u.edits().stream().anyMatch(q -> foreign(q.edit()));
        return accepted ? both : message;
    }

    /**
     * "US then": the request before, which failed for its country, of people of the US; empty if
     * the message says more, or nothing failed so.
     */
    private static Optional<String> home(
            Conversation before, String last, String message, Reader reader) {
        boolean only =
                message.length() <= LONGEST
                        && reader.read(message, before.spec()) instanceof Reading.Understood u
                        && u.ignored().stream().allMatch(w -> FINE.matcher(w).matches())
                        && u.edits().size() == 1
                        && u.edits()
                                .get(0)
                                .edit()
                                .equals(new Edit.SetPopulation(Populations.BASIS));
        if (!only || !(reader.read(last, before.spec()) instanceof Reading.NotUnderstood no)) {
            return Optional.empty();
        }
        String there = last;
        for (Problem p : no.problems()) { // what else was wrong with it is said again
            there = p.code().equals(CODE) ? there.replace(p.where(), "US") : there;
        }
        return there.equals(last) ? Optional.empty() : Optional.of(there);
    }

    private static boolean foreign(Edit edit) {
        return edit instanceof Edit.SetPopulation p && !p.population().equals(Populations.BASIS);
    }
}
