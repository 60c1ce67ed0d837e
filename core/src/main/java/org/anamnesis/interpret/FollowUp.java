package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Question.Companions;
import org.anamnesis.interpret.Question.Definition;
import org.anamnesis.interpret.Question.Judged;
import org.anamnesis.interpret.Question.Meaning;
import org.anamnesis.interpret.Question.Prevalence;
import org.anamnesis.interpret.Question.Range;
import org.anamnesis.interpret.Question.Share;
import org.anamnesis.interpret.Question.Sources;
import org.anamnesis.interpret.Question.Statistic;
import org.anamnesis.interpret.Question.Target;
import org.anamnesis.interpret.Question.Together;
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
                                        Courtesy.without(RuleReader.withoutControls(text)),
                                        Vocabulary.bundled()),
                                Vocabulary.bundled(),
                                false));
        this.s = draft.sentence;
    }

    /** Whether a message goes on from the question before it. */
    public static boolean opens(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(Locale.ROOT);
        boolean opens = plain.matches("(and|what about|how about|or|but|also|same|the same)\\b.*");
        boolean same = SAME_QUESTION.matcher(plain).matches();
        return (same || (opens && plain.endsWith("?"))) && plain.length() <= LONGEST;
    }

    /**
     * Whether a message is no whole question of its own: "the SD?", "in women?", "what is the SD?"
     */
    public static boolean fragment(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(Locale.ROOT);
        return !plain.matches(
                "(?:is|are|was|were|do|does|did|how|why|when|who|where|can|could|would|will|has|have|may|should|if)\\b.*");
    }

    public static Optional<Question> of(Question before, String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return new FollowUp(text).after(before);
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
        if (!draft.problems().isEmpty()) {
            return Optional.empty();
        }
        AskedGroup group = new AskedGroup(draft, Optional.empty());
        var said =
                new Said(kind, observation, type.or(group::condition), group.filters(), whole());
        Optional<Question> next = said.nothing() ? bare(before) : Optional.of(before).flatMap(q -> next(q, said));
        return next.filter(q -> unread().isEmpty());
    }

    /**
     * What the words name.
     *
     * @param whole whether all people are meant, whoever was talked of before
     */
    private record Said(
            Optional<Statistic.Kind> kind,
            Optional<String> observation,
            Optional<String> condition,
            List<Criterion> filters,
            boolean whole) {
        boolean nothing() {
            return kind.isEmpty()
                    && observation.isEmpty()
                    && condition.isEmpty()
                    && filters.isEmpty()
                    && !whole;
        }

        Optional<String> among(Optional<String> before) {
            return whole ? condition : condition.or(() -> before);
        }

        List<Criterion> among(List<Criterion> before) {
            return filters.isEmpty() && !whole ? before : filters;
        }

        Optional<String> stage() {
            return filters.stream()
                    .filter(c -> c instanceof Criterion.HasCondition)
                    .flatMap(c -> ((Criterion.HasCondition) c).stage().stream())
                    .findFirst();
        }
    }

    private Optional<Question> next(Question before, Said said) {
        if (before instanceof Statistic b) {
            return Optional.of(
                    new Statistic(
                            said.kind().orElse(b.kind()),
                            said.kind().isPresent() ? 0.5 : b.quantile(),
                            said.observation().orElse(b.observation()),
                            said.among(b.condition()),
                            said.among(b.filters()),
                            said.observation().isPresent() ? Optional.empty() : b.unit()));
        }
        if (before instanceof Share b) {
            return share(b, said);
        }
        if (before instanceof Prevalence b) {
            return Optional.of(
                    new Prevalence(
                            said.condition().orElse(b.condition()), said.among(b.filters())));
        }
        if (before instanceof Together b && said.observation().isPresent()) {
            return Optional.of(
                    new Together(
                            b.first(), said.observation().get(), said.among(b.condition()), said.among(b.filters())));
        }
        if (before instanceof Together b) {
            return Optional.of(
                    new Together(
                            b.first(), b.second(), said.among(b.condition()), said.among(b.filters())));
        }
        return ofMeanings(before, said).or(() -> figure(before, said));
    }

    /** Definitions, ranges, targets and sources: of something else. */
    private static Optional<Question> ofMeanings(Question before, Said said) {
        if (said.kind().isPresent()) {
            return Optional.empty();
        }
        if (before instanceof Meaning && said.condition().isPresent()) {
            return Optional.of(new Meaning(said.condition().get()));
        }
        boolean defines = before instanceof Definition || before instanceof Meaning;
        if (defines && said.condition().isPresent()) {
            return Optional.of(new Definition(said.condition().get(), said.stage()));
        }
        if (before instanceof Target b) {
            return Optional.of(
                    new Target(
                            said.condition().or(b::condition),
                            said.observation().or(() -> said.condition().isPresent() ? Optional.empty() : b.observation())));
        }
        if (before instanceof Companions b && said.condition().isPresent()) {
            return Optional.of(new Companions(said.condition().get(), b.drugs()));
        }
        if (before instanceof Sources && said.condition().isPresent()) {
            return Optional.of(new Sources(said.condition()));
        }
        if (before instanceof Range b && said.condition().isEmpty()) {
            return Optional.of(new Range(said.observation().orElse(b.observation())));
        }
        if (before instanceof Judged b) {
            return Optional.of(
                    new Judged(
                            said.observation().orElse(b.observation()),
                            b.value(),
                            said.among(b.condition())));
        }
        if (defines && said.observation().isPresent()) {
            return Optional.of(new Meaning(said.observation().get()));
        }
        boolean drug =
                defines
                        && said.filters().size() == 1
                        && said.filters().get(0) instanceof Criterion.TakesMedication;
        return drug
                ? Optional.of(
                        new Meaning(((Criterion.TakesMedication) said.filters().get(0)).medication()))
                : Optional.empty();
    }

    /** "what is its mean in people with CKD?", after its normal range or its meaning. */
    private static Optional<Question> figure(Question before, Said said) {
        Optional<String> observation =
                said.observation()
                        .or(
                                () ->
                                        before instanceof Range r
                                                ? Optional.of(r.observation())
                                                : before instanceof Judged j
                                                        ? Optional.of(j.observation())
                                                        : Optional.empty());
        boolean about = said.kind().isPresent() || (before instanceof Range && said.condition().isPresent());
        return observation
                .filter(o -> about)
                .map(
                        o ->
                                new Statistic(
                                        said.kind().orElse(Statistic.Kind.MEAN),
                                        0.5,
                                        o,
                                        said.condition(),
                                        said.filters(),
                                        Optional.empty()));
    }

    /** "and stage 2?", "and 15?": words that name nothing without the question before. */
    private Optional<Question> bare(Question before) {
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
            boolean type = s.word(i).matches("type|t") && !s.inConcept(i);
            if (type && s.word(i + 1).matches("[12]|one|two|ii?")) {
                s.use(i, i + 2);
                boolean first = s.word(i + 1).matches("1|one|i");
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

    /** "and insulin?" asks of others, "and in women?" of fewer. */
    private Optional<Question> share(Share before, Said said) {
        boolean among = said.whole() || QuestionReader.has(s, AMONG) || peopleAlone(said);
        if (said.filters().isEmpty() && said.condition().isEmpty() && !said.whole()) {
            return Optional.empty();
        }
        if (among) {
            return Optional.of(
                    new Share(
                            before.what(), said.among(before.condition()), said.filters()));
        }
        List<Criterion> what =
                said.filters().isEmpty()
                        ? List.of(
                                new Criterion.HasCondition(
                                        said.condition().get(), Optional.empty()))
                        : said.filters();
        return Optional.of(new Share(what, before.condition(), before.filters()));
    }

    /** "and women?", "and the over-70s?" after a share of something else than sex or age. */
    private boolean peopleAlone(Said said) {
        return said.condition().isEmpty()
                && said.filters().stream()
                        .allMatch(
                                c ->
                                        c instanceof Criterion.AgeBetween
                                                || (c instanceof Criterion.CategoryIn in
                                                        && in.variable().equals("sex")));
    }
}
