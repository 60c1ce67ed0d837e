package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;

/** Reads a question by rules, offline. */
public final class QuestionReader {
    static final String EXAMPLES =
            "\"what is the mean HbA1c in type 2 diabetes?\", \"what share of them has CKD stage"
                    + " 3?\", \"how common is asthma?\", \"which data is this based on?\"";

    private static final Set<String> SHARE =
            Set.of("share", "percentage", "proportion", "fraction", "percent", "often", "%");
    private static final Set<String> COMMON =
            Set.of("common", "prevalence", "prevalent", "frequent", "widespread", "rare");
    private static final Set<String> DEFINE =
            Set.of(
                    "defined",
                    "define",
                    "definition",
                    "definitions",
                    "diagnosed",
                    "criteria",
                    "means");
    private static final Set<String> SOURCE =
            Set.of(
                    "source",
                    "sources",
                    "guideline",
                    "guidelines",
                    "reference",
                    "references",
                    "based",
                    "says",
                    "evidence",
                    "citation",
                    "citations",
                    "cite",
                    "studies",
                    "study",
                    "survey",
                    "provenance",
                    "literature");

    private final Vocabulary vocabulary;

    public QuestionReader() {
        this(Vocabulary.bundled());
    }

    public QuestionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param text the question, any text
     * @param condition concept id of what "them" refers to, if there is something
     */
    public Question read(String text, Optional<String> condition) {
        if (text.length() > RuleReader.LONGEST) {
            return unknown(
                    "request.long", text.substring(0, 40) + " ...", "The question is too long.");
        }
        String clean = RuleReader.withoutControls(text);
        if (clean.isBlank()) {
            return unknown("request.empty", "", "The question is empty.");
        }
        return read(new Draft(new Sentence(clean, vocabulary)), condition);
    }

    private Question read(Draft draft, Optional<String> condition) {
        Sentence s = draft.sentence;
        if (real(s)) {
            return new Question.Real();
        }
        LimitWords.find(draft);
        CategoryWords.find(draft);
        ConceptWords.find(draft, vocabulary);
        AgeWords.find(draft);
        PopulationWords.find(draft);
        AskedGroup group = new AskedGroup(draft, condition);
        if (!draft.problems().isEmpty()) {
            return new Question.Unknown(draft.problems());
        }
        return answerable(s, group)
                .orElseGet(
                        () ->
                                unknown(
                                        "ask.unknown",
                                        s.text().strip(),
                                        "It is not clear which figure or source is asked for."));
    }

    private Optional<Question> answerable(Sentence s, AskedGroup group) {
        if (s.after(indexOf(s, Set.of("odds")), "odds ratio") > 0
                || has(s, Set.of("likelier"))
                || (has(s, Set.of("likely")) && has(s, Set.of("more", "times")))
                || has(s, Set.of("odds"))) {
            return group.oddsRatio();
        }
        if (has(s, SHARE) || (howMany(s) && !group.onlyCondition())) {
            return group.share();
        }
        Optional<Question> figure = new AskedFigure(s).read(group);
        if (figure.isPresent()) {
            return figure;
        }
        if (has(s, COMMON) || howMany(s)) {
            return group.prevalence().or(() -> unknownCondition(s));
        }
        if (has(s, DEFINE) || countsAs(s)) {
            return group.definition().or(() -> unknownCondition(s));
        }
        boolean where = has(s, Set.of("where")) && has(s, Set.of("from", "numbers", "data"));
        if (has(s, SOURCE) || where) {
            return Optional.of(new Question.Sources(group.topic()));
        }
        boolean what = s.word(0).startsWith("what") || s.word(0).equals("explain");
        return what && s.size() < 9 ? group.definition() : Optional.empty();
    }

    private static boolean countsAs(Sentence s) {
        int i = indexOf(s, Set.of("counts", "count", "qualifies"));
        return i >= 0 && s.word(i + 1).equals("as");
    }

    private static boolean howMany(Sentence s) {
        int i = indexOf(s, Set.of("how"));
        return i >= 0 && Set.of("many", "often", "much").contains(s.word(i + 1));
    }

    private static boolean real(Sentence s) {
        int real = indexOf(s, Set.of("real", "fake", "genuine", "synthetic"));
        if (real < 0 || !Set.of("is", "are", "was", "were", "do", "does").contains(s.word(0))) {
            return false;
        }
        return has(s, Set.of("this", "these", "they", "data", "patients", "people", "it", "those"));
    }

    static int indexOf(Sentence s, Set<String> words) {
        for (int i = 0; i < s.size(); i++) {
            if (words.contains(s.word(i))) {
                return i;
            }
        }
        return -1;
    }

    static boolean has(Sentence s, Set<String> words) {
        return indexOf(s, words) >= 0;
    }

    private Optional<Question> unknownCondition(Sentence s) {
        List<String> left = new ArrayList<>();
        Set<String> asking = Set.of("how", "what", "which", "here", "people", "s", "whats");
        for (String words : Leftovers.of(s)) {
            List<String> kept =
                    List.of(words.split(" ")).stream()
                            .filter(w -> !asking.contains(w.toLowerCase(java.util.Locale.ROOT)))
                            .filter(w -> !COMMON.contains(w) && !DEFINE.contains(w))
                            .toList();
            if (!kept.isEmpty()) {
                left.add(String.join(" ", kept));
            }
        }
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Question.Unknown(
                                List.of(UnknownConditions.problem(left.get(0), vocabulary))));
    }

    private static Question unknown(String code, String where, String message) {
        return new Question.Unknown(List.of(new Problem(code, where, message, EXAMPLES)));
    }
}
