package org.anamnesis.converse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.Question;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * "what share of them has CKD?" and then "make that 80 %": the figure that was asked for is now
 * wished for, also when "why?" or "thanks" was said between.
 */
final class WishedFigure {
    /** So many messages back the figure may have been asked for. */
    private static final int FAR = 4;

    /** Names nothing: what was asked before is still talked of. */
    private static final Pattern BETWEEN =
            Pattern.compile(
                    "(?i)\\W*(?:(?:and|but|ok(?:ay)?|so|hm+|oh|really|well|wow|interesting|i see|thanks|thank you|good|fine|right|understood"
                            + "|aha|got it|cool|great|nice|sure|yes|that'?s (?:a lot|much|few|little|high|low|interesting))\\W*)*"
                            + "(?:(?:and )?(?:why|how come|how so|since when|according to whom|who says|says who|where|what|how|which|is that|are you)\\b"
                            + "(?:(?!\\b(?:if|about)\\b).){0,50})?\\W*");

    private final Earlier earlier;

    WishedFigure(Earlier earlier) {
        this.earlier = earlier;
    }

    List<Edit> of(BareAmount now, String message) {
        for (int back = 1; back <= FAR; back++) {
            Optional<Question> asked = earlier.asked(back);
            List<Edit> edit = asked.map(q -> wish(q, now, message)).orElse(List.of());
            boolean between =
                    earlier.before(back).filter(m -> BETWEEN.matcher(m).matches()).isPresent();
            boolean other =
                    asked.isPresent() && !(asked.get() instanceof Question.Sources) && back == 1;
            if (!edit.isEmpty() || !between || (other && asked.get().figure())) {
                return edit;
            }
        }
        return List.of();
    }

    private List<Edit> wish(Question about, BareAmount now, String message) {
        double value = now.value();
        boolean share = now.percent() && value >= 0 && value <= 100;
        if (about instanceof Question.Share s && s.what().size() == 1 && share) {
            return added(new Constraint.Share(s.what().get(0), value));
        }
        if (about instanceof Question.Prevalence p && share && !earlier.main(p.condition())) {
            var has = new Criterion.HasCondition(p.condition(), Optional.empty());
            return added(new Constraint.Share(has, value));
        }
        boolean mean =
                about instanceof Question.Statistic s && s.kind() == Question.Statistic.Kind.MEAN;
        return mean && now.sign().isEmpty() && !now.percent()
                ? added(new Constraint.Mean(((Question.Statistic) about).observation(), value))
                : measured(about, now, message);
    }

    /** "what is a normal SBP?" and then "above 140" or "a mean of 135". */
    private List<Edit> measured(Question about, BareAmount now, String message) {
        Optional<Measurand> of =
                subject(about)
                        .flatMap(o -> Measurands.bundled().find(o))
                        .filter(
                                m ->
                                        m.plausible()
                                                .filter(p -> p.contains(now.value()))
                                                .isPresent());
        boolean mean = message.matches("(?is).*\\b(?:mean|average)\\b.*");
        if (of.isEmpty() || (now.sign().isEmpty() && !mean)) {
            return List.of();
        }
        return now.sign().isEmpty()
                ? earlier.edits("mean %s %s".formatted(Choosing.shortly(of.get()), now.written()))
                : earlier.edits(
                        "%s %s %s"
                                .formatted(Choosing.shortly(of.get()), now.sign(), now.written()));
    }

    private static Optional<String> subject(Question q) {
        if (q instanceof Question.Range r) {
            return Optional.of(r.observation());
        }
        if (q instanceof Question.Judged j) {
            return Optional.of(j.observation());
        }
        return q instanceof Question.Target t ? t.observation() : Optional.empty();
    }

    private static List<Edit> added(Constraint c) {
        return List.of(new Edit.AddConstraint(c));
    }
}
