package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Question.Contrast;
import org.anamnesis.interpret.Question.Definition;
import org.anamnesis.interpret.Question.Judged;
import org.anamnesis.interpret.Question.Meaning;
import org.anamnesis.interpret.Question.Prevalence;
import org.anamnesis.interpret.Question.Range;
import org.anamnesis.interpret.Question.Share;
import org.anamnesis.interpret.Question.Sources;
import org.anamnesis.interpret.Question.Statistic;
import org.anamnesis.interpret.Question.Target;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Criterion;

/** What a question means after another one: "and the SD?", "what about LDL?", "and in women?" */
public final class FollowUp {
    private static final int LONGEST = 80;

    /** "same question for stroke", "now the same figure in men". */
    private static final Pattern SAME_QUESTION =
            Pattern.compile(
                    "(?:(?:and|now|then|also|please|ask) )*(?:the )?same (?:question|figure|number|statistic|thing)s?\\b.*");

    private static final Set<String> AMONG =
            Set.of("in", "among", "amongst", "for", "with", "within");

    /** Nobody is left out any more. */
    private static final Set<String> WHOLE =
            Set.of(
                    "overall",
                    "everyone",
                    "everybody",
                    "nationally",
                    "nationwide",
                    "whole",
                    "altogether",
                    "generally");

    /** Go with what they stand beside and say nothing more. */
    private static final Set<String> BESIDE =
            Set.of(
                    ("and what about how or but also same question figure number statistic thing"
                                    + " now then too only just instead as well please ask tell me would its it"
                                    + " their them they one ones that this those these there here case be is are"
                                    + " was value values level levels stage grade type has have do does did group"
                                    + " of on it's with patients people whole general population national"
                                    + " nationally overall altogether everybody everyone generally nationwide"
                                    + " country")
                            .split(" "));

    private final Draft draft;
    private final Sentence s;

    private FollowUp(String text) {
        this.draft =
                new Draft(
                        Idioms.plain(
                                new Sentence(
                                        Courtesy.without(MessageText.withoutControls(text)),
                                        Vocabulary.bundled()),
                                Vocabulary.bundled(),
                                false));
        this.s = draft.sentence;
    }

    /** Whether a message goes on from the question before it. */
    public static boolean opens(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(Locale.ROOT);
        boolean opens =
                Words.like(plain, "(and|what about|how about|or|but|also|same|the same)\\b.*");
        boolean same = SAME_QUESTION.matcher(plain).matches();
        return (same || (opens && plain.endsWith("?"))) && plain.length() <= LONGEST;
    }

    /**
     * Whether a message is no whole question of its own: "the SD?", "in women?", "what is the SD?"
     */
    public static boolean fragment(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(Locale.ROOT);
        return !Words.like(
                plain,
                "(?:is|are|was|were|do|does|did|how|why|when|who|where|can|could|would|will|has|have|may|should|if)\\b.*");
    }

    public static Optional<Question> of(Question before, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return new FollowUp(text).after(before);
    }

    /** What a message names of people, beside words of asking; empty if it names anything else. */
    public static List<Criterion> criteria(String text) {
        if (text.length() > LONGEST) {
            return List.of();
        }
        var asked = new FollowUp(text);
        LimitWords.find(asked.draft);
        CategoryWords.find(asked.draft);
        ConceptWords.find(asked.draft, Vocabulary.bundled());
        AgeWords.find(asked.draft);
        AskedGroup group = new AskedGroup(asked.draft, Optional.empty());
        return asked.draft.problems().isEmpty() && asked.unread().isEmpty()
                ? group.all()
                : List.of();
    }

    /** "why is the mean HbA1c 5.6 %" behind a question on BMI is no question on BMI. */
    private boolean otherMean() {
        for (int i = 0; i < s.size(); i++) {
            boolean beside = s.observed(i - 1) || s.observed(i + 1);
            if (s.like(i, "mean|average|median") && beside) {
                return true;
            }
        }
        return false;
    }

    private Optional<Question> after(Question before) {
        AskedFigure figure = new AskedFigure(s);
        Optional<Statistic.Kind> kind = figure.kind();
        Optional<String> type = type(before);
        LimitWords.find(draft);
        CategoryWords.find(draft);
        ConceptWords.find(draft, Vocabulary.bundled());
        AgeWords.find(draft);
        Optional<String> observation = figure.observation();
        if (!draft.problems().isEmpty() || (observation.isEmpty() && otherMean())) {
            return Optional.empty();
        }
        AskedGroup group = new AskedGroup(draft, Optional.empty());
        var said =
                new NextQuestion.Said(
                        kind,
                        observation,
                        type.or(group::condition),
                        group.filters(),
                        whole(),
                        QuestionReader.has(s, AMONG));
        Optional<Question> next = said.nothing() ? bare(before) : NextQuestion.of(before, said);
        return next.filter(q -> unread().isEmpty());
    }

    /** "and stage 2?", "and 15?": words that name nothing without the question before. */
    private Optional<Question> bare(Question before) {
        Optional<Question> again = again(before);
        if (again.isPresent()) {
            return again;
        }
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            boolean definition =
                    before instanceof Definition d && d.condition().equals(StageWords.KIDNEY);
            Optional<String> stage =
                    definition
                            ? new StageWords(s).alone(i).or(() -> stage(s.word(at)))
                            : Optional.empty();
            if (stage.isPresent()) {
                s.use(i, i + 3);
                return Optional.of(new Definition(StageWords.KIDNEY, stage));
            }
            if (before instanceof Judged b && s.at(i).number()) {
                s.use(i, i + 1);
                return Optional.of(
                        new Judged(b.observation(), s.at(i).doubleValue(), b.condition()));
            }
        }
        return Optional.empty();
    }

    /** "its unit?", "by how much?", "and the 10th?" */
    private Optional<Question> again(Question before) {
        Optional<String> observation =
                before instanceof Statistic b
                        ? Optional.of(b.observation())
                        : before instanceof Range b
                                ? Optional.of(b.observation())
                                : before instanceof Judged b
                                        ? Optional.of(b.observation())
                                        : before instanceof Meaning b
                                                ? Optional.of(b.concept())
                                                : Optional.empty();
        boolean range =
                QuestionReader.has(s, Set.of("unit", "units", "normal", "reference", "range"));
        if (range) {
            return observation
                    .filter(o -> Measurands.bundled().find(o).isPresent())
                    .map(o -> new Range(o));
        }
        int how = QuestionReader.indexOf(s, Set.of("how"));
        boolean much = s.word(how + 1).equals("much") && s.like(how + 2, "\\?|");
        boolean strong = s.like(how + 1, "strongly|strong");
        if ((much || strong) && s.size() < 7 && (before.figure() || before instanceof Contrast)) {
            return Optional.of(before);
        }
        for (int i = 0; i < s.size() && before instanceof Statistic; i++) {
            boolean th = s.like(i + 1, "th|st|nd|rd|percentile|centile");
            if (s.at(i).number()
                    && th
                    && s.at(i).doubleValue() > 0
                    && s.at(i).doubleValue() < 100) {
                Statistic b = (Statistic) before;
                s.use(i, i + 2);
                return Optional.of(
                        new Statistic(
                                Statistic.Kind.QUANTILE,
                                s.at(i).doubleValue() / 100,
                                b.observation(),
                                b.condition(),
                                b.filters(),
                                b.unit()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> stage(String word) {
        return word.toLowerCase(Locale.ROOT).matches("g?[1-5]|g?3[ab]")
                ? Optional.of(word.toLowerCase(Locale.ROOT).replace("g", ""))
                : Optional.empty();
    }

    /** "and in type 1?", of a diabetes. */
    private Optional<String> type(Question before) {
        Optional<String> talked =
                before instanceof Statistic b
                        ? b.condition()
                        : before instanceof Share b
                                ? b.condition()
                                : before instanceof Prevalence b
                                        ? Optional.of(b.condition())
                                        : before instanceof Definition b
                                                ? Optional.of(b.condition())
                                                : before instanceof Target b
                                                        ? b.condition()
                                                        : before instanceof Sources b
                                                                ? b.condition()
                                                                : Optional.empty();
        if (talked.filter(c -> c.endsWith("diabetes")).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < s.size(); i++) {
            boolean type = s.like(i, "type|t") && !s.inConcept(i);
            if (type && s.like(i + 1, "[12]|one|two|ii?")) {
                s.use(i, i + 2);
                boolean first = s.like(i + 1, "1|one|i");
                return Optional.of(first ? "type-1-diabetes" : "type-2-diabetes");
            }
        }
        return Optional.empty();
    }

    /** "and overall?", "and in the general population?" */
    private boolean whole() {
        return QuestionReader.has(s, WHOLE)
                || (QuestionReader.has(s, Set.of("general"))
                        && QuestionReader.has(s, Set.of("population")));
    }

    /** What would be passed over, so that another question would be answered. */
    private List<String> unread() {
        List<String> left = new ArrayList<>();
        for (Leftovers.Left words : Leftovers.both(s)) {
            Arrays.stream(words.english().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}'’]+"))
                    .filter(w -> !w.isEmpty() && !BESIDE.contains(w) && !AskedWords.asking(w))
                    .forEach(left::add);
        }
        return left;
    }
}
