package org.anamnesis.interpret;

import java.util.List;
import java.util.Optional;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.Question.Prevalence;
import org.anamnesis.interpret.Question.Share;
import org.anamnesis.interpret.Question.Statistic;
import org.anamnesis.spec.Criterion;

/** What a question means after another one: "and the SD?", "what about LDL?", "and in women?" */
public final class FollowUp {
    private static final int LONGEST = 80;

    private final Draft draft;
    private final Sentence s;

    private FollowUp(String text) {
        this.draft =
                new Draft(
                        new Sentence(
                                Courtesy.without(RuleReader.withoutControls(text)),
                                Vocabulary.bundled()));
        this.s = draft.sentence;
    }

    /** Whether a message goes on from the question before it. */
    public static boolean opens(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(java.util.Locale.ROOT);
        boolean opens = plain.matches("(and|what about|how about|or|but|also)\\b.*");
        return opens && plain.endsWith("?") && plain.length() <= LONGEST;
    }

    /**
     * Whether a message is no whole question of its own: "the SD?", "in women?", "what is the SD?"
     */
    public static boolean fragment(String text) {
        String plain = Courtesy.without(text).strip().toLowerCase(java.util.Locale.ROOT);
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
        LimitWords.find(draft);
        CategoryWords.find(draft);
        ConceptWords.find(draft, Vocabulary.bundled());
        AgeWords.find(draft);
        Optional<String> observation = figure.observation();
        if (!draft.problems().isEmpty()) {
            return Optional.empty();
        }
        AskedGroup group = new AskedGroup(draft, Optional.empty());
        List<Criterion> filters = group.filters();
        Optional<String> condition = group.condition();
        if (before instanceof Statistic b) {
            boolean nothing =
                    kind.isEmpty()
                            && observation.isEmpty()
                            && filters.isEmpty()
                            && condition.isEmpty();
            return nothing
                    ? Optional.empty()
                    : Optional.of(
                            new Statistic(
                                    kind.orElse(b.kind()),
                                    kind.isPresent() ? 0.5 : b.quantile(),
                                    observation.orElse(b.observation()),
                                    condition.or(b::condition),
                                    filters.isEmpty() ? b.filters() : filters,
                                    observation.isPresent() ? Optional.empty() : b.unit()));
        }
        if (before instanceof Share b) {
            return share(b, filters, condition);
        }
        if (before instanceof Prevalence b && (condition.isPresent() || !filters.isEmpty())) {
            return Optional.of(
                    new Prevalence(
                            condition.orElse(b.condition()),
                            filters.isEmpty() ? b.filters() : filters));
        }
        return Optional.empty();
    }

    /** "and insulin?" asks of others, "and in women?" of fewer. */
    private Optional<Question> share(
            Share before, List<Criterion> criteria, Optional<String> condition) {
        boolean among = QuestionReader.has(s, java.util.Set.of("in", "among", "amongst", "for"));
        if (criteria.isEmpty() && condition.isEmpty()) {
            return Optional.empty();
        }
        if (among) {
            return Optional.of(new Share(before.what(), condition.or(before::condition), criteria));
        }
        List<Criterion> what =
                criteria.isEmpty()
                        ? List.of(new Criterion.HasCondition(condition.get(), Optional.empty()))
                        : criteria;
        return Optional.of(new Share(what, before.condition(), before.filters()));
    }
}
