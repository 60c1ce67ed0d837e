package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.code.Concept;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.problem.Problem;

/**
 * Words of a question that nobody understood. An answer that passes over them would answer another
 * question: "retinopathy", "maximum", "undiagnosed" change what is asked.
 */
final class AskedWords {
    private static final Set<String> ASKING =
            Set.copyOf(
                    Arrays.asList(
                            ("why what whats which who whom whos how hows many much often common commonly"
                                            + " prevalence prevalent frequent frequency frequently widespread rare"
                                            + " share percentage proportion fraction percent % odds ratio or likely"
                                            + " likelier more times than compared versus vs mean median average avg"
                                            + " averages typical typically usual sd standard deviation spread distribution distributions distributed"
                                            + " variability percentile percentiles quantile centile quartile tell"
                                            + " know compute calculate find defined define defines definition"
                                            + " definitions means counts count qualifies criteria diagnosed say"
                                            + " says said source sources guideline guidelines reference cite study"
                                            + " survey evidence old women men figure figures there here s if so"
                                            + " today currently national nationwide american americans country"
                                            + " published reported report express expressed unit units according"
                                            + " survey-weighted weighted estimate estimated explain describe please"
                                            + " when someone somebody decide decides having count counted qualify threshold cutoff large big high small low target targets goal goals aim recommended treatment st nd rd th first third upper lower top did was were been us usa group range-of member members adults"
                                            + " suffer suffers get gets use uses used given per living call called come comes go states here's tool program really actually exactly normally"
                                            + " generally overall again still ever among amongst within vary varies see happen happens realistic expected strongly closely usually tightly practice reality truth life routine such too isn't aren't higher lower differ differs difference differences different greater compare compares older younger heavier whose between larger smaller sure certain reliable accurate exact trustworthy precise confident solid good number numbers thresholds cutoffs cut-off cut-offs considered classified makes criterion apply publication paper gave gives provided usual commoner calculated lighter taller shorter")
                                    .split(" ")));

    /** Ask for a figure of another kind, which the nearest names would not help with. */
    private static final Set<String> OTHER_FIGURES =
            Set.of(
                    "range",
                    "ranges",
                    "interquartile",
                    "iqr",
                    "maximum",
                    "max",
                    "highest",
                    "minimum",
                    "min",
                    "lowest",
                    "mode",
                    "variance");

    private AskedWords() {}

    /** Whether a word only goes with asking. */
    static boolean asking(String word) {
        return ASKING.contains(word);
    }

    /** Why these words keep the question from being answered; empty if all were understood. */
    static List<Problem> unread(Sentence s, Vocabulary vocabulary) {
        List<Problem> problems = new ArrayList<>();
        perGroup(s).ifPresent(problems::add);
        for (Leftovers.Left left : Leftovers.both(s)) {
            String kept =
                    Arrays.stream(left.english().split("[^\\p{L}\\p{N}%'’.-]+"))
                            .map(w -> w.replaceAll("['’]s$", ""))
                            .filter(w -> !ASKING.contains(w.toLowerCase(Locale.ROOT)))
                            .collect(Collectors.joining(" "));
            if (!kept.isEmpty()) {
                boolean english = left.english().equals(left.quote());
                problems.add(problem(english ? kept : left.quote(), vocabulary));
            }
        }
        onset(s).ifPresent(problems::add);
        return problems.stream().limit(4).toList();
    }

    /** "by sex", "per age group": one figure is answered at a time. */
    private static Optional<Problem> perGroup(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean by = Set.of("by", "per", "across").contains(s.word(i));
            if (by && Set.of("sex", "gender", "age", "race", "ethnicity").contains(s.word(i + 1))) {
                return Optional.of(
                        new Problem(
                                "ask.group",
                                s.quote(i, i + 2),
                                "One figure is answered at a time.",
                                "one group a question: \"... in women\", \"... in adults aged 65"
                                        + " and older\""));
            }
        }
        return Optional.empty();
    }

    /** Age at diagnosis is not age. */
    private static Optional<Problem> onset(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            if (s.word(i).equals("at") && Set.of("diagnosis", "onset").contains(s.word(i + 1))) {
                return Optional.of(
                        new Problem(
                                "ask.unread",
                                s.quote(i, i + 2),
                                "Figures at that time are not in the evidence in a form that can be"
                                        + " asked for.",
                                "the figure of today, for example the mean age of those who have"
                                        + " it"));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(String words, Vocabulary vocabulary) {
        boolean other =
                Arrays.stream(words.toLowerCase(Locale.ROOT).split(" "))
                        .anyMatch(OTHER_FIGURES::contains);
        if (other) {
            return new Problem(
                    "ask.unread",
                    words,
                    "This figure is not known.",
                    "the mean, the median, the standard deviation, or a percentile such as the 5th,"
                            + " 25th, 75th or 95th");
        }
        if (vocabulary.find(words).stream().anyMatch(m -> m.words().equals(words))) {
            return new Problem(
                    "ask.unread",
                    words,
                    "This is more than one question, or not what a figure can be asked of here.",
                    "one figure a question: " + QuestionReader.EXAMPLES);
        }
        String near =
                Stream.of(Concept.Kind.OBSERVATION, Concept.Kind.CONDITION, Concept.Kind.DRUG_CLASS)
                        .flatMap(k -> vocabulary.nearest(words, k, 1).stream())
                        .filter(c -> alike(c, words))
                        .map(Concept::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new))
                        .stream()
                        .collect(Collectors.joining(", "));
        return new Problem(
                "ask.unread",
                words,
                "These words of the question were not understood, so that it is not answered.",
                near.isEmpty()
                        ? "leave them out, or a question such as " + QuestionReader.EXAMPLES
                        : "perhaps " + near);
    }

    /** Begins as a name of the concept does and is about as long: a typing error is likely. */
    private static boolean alike(Concept c, String words) {
        return Stream.concat(Stream.of(c.name()), c.synonyms().stream())
                .anyMatch(
                        n ->
                                Math.abs(n.length() - words.length()) < 3
                                        && words.length() > 2
                                        && n.regionMatches(true, 0, words, 0, 3));
    }
}
