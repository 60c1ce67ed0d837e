package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anamnesis.interpret.BareAmount;
import org.anamnesis.interpret.FollowUp;
import org.anamnesis.interpret.Mended;
import org.anamnesis.interpret.Question;
import org.anamnesis.interpret.QuestionReader;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.measure.Measurands;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;
import org.anamnesis.spec.SpecCheck;

/**
 * What the messages before give to words that say little alone: another number for a request that
 * failed, a figure that was asked about and is now wanted, a question that goes on.
 */
final class Earlier {
    /** So many questions may hang on each other. */
    private static final int CHAIN = 5;

    private final Conversation heard;
    private final Reader reader;
    private final QuestionReader questions = new QuestionReader();

    /**
     * @param heard the conversation with the present message as its last
     */
    Earlier(Conversation heard, Reader reader) {
        this.heard = heard;
        this.reader = reader;
    }

    private Optional<String> before(int back) {
        List<String> all = heard.messages();
        int at = all.size() - 1 - back;
        return at < 0 ? Optional.empty() : Optional.of(all.get(at));
    }

    private boolean question(String text) {
        return reader.read(text, heard.spec(), heard.language()) instanceof Reading.Question;
    }

    /**
     * "sorry, I meant 60, not 50": what the message that had the number asks with the other one.
     */
    List<Edit> swapped(String message) {
        return Swapped.of(heard, message)
                .map(
                        s -> {
                            List<Edit> all = new ArrayList<>(edits(s.after()));
                            all.removeAll(edits(s.before()));
                            return all;
                        })
                .orElse(List.of());
    }

    private List<Edit> edits(String message) {
        return reader.read(message, heard.spec(), heard.language()) instanceof Reading.Understood u
                ? u.edits().stream().map(Reading.Quoted::edit).toList()
                : List.of();
    }

    /** The request before with this number in the place of the one that was wrong. */
    Optional<String> mended(String message) {
        Optional<String> failed = before(1);
        Optional<BareAmount> now = BareAmount.of(message, heard.language());
        boolean changed = failed.filter(heard.now().message()::equals).isPresent();
        if (now.isEmpty() || failed.isEmpty() || changed) {
            return Optional.empty();
        }
        return problems(failed.get()).stream()
                .findFirst()
                .flatMap(p -> Mended.of(failed.get(), p.where(), now.get()));
    }

    /** What was wrong with a message that was said to the present state. */
    private List<Problem> problems(String message) {
        CohortSpec spec = heard.spec();
        Reading reading = reader.read(message, spec, heard.language());
        if (reading instanceof Reading.NotUnderstood n) {
            return n.problems();
        }
        if (reading instanceof Reading.Understood u) {
            List<Edit> edits = u.edits().stream().map(Reading.Quoted::edit).toList();
            return SpecCheck.problems(Amendment.of(spec, edits));
        }
        return List.of();
    }

    /** "what share of them has CKD?" and then "make that 80 %". */
    Optional<Edit> wanted(String message) {
        Optional<String> asked = before(1);
        Optional<BareAmount> now = BareAmount.of(message, heard.language());
        if (asked.isEmpty()
                || now.isEmpty()
                || !(question(asked.get()) || FollowUp.opens(asked.get()))) {
            return Optional.empty();
        }
        double value = now.get().value();
        Question whole = questions.read(asked.get(), heard.spec().condition());
        Question about =
                whole instanceof Question.Unknown ? goesOn(asked.get(), 2).orElse(whole) : whole;
        boolean share = now.get().percent() && value >= 0 && value <= 100;
        if (about instanceof Question.Share s && s.what().size() == 1 && share) {
            return Optional.of(
                    new Edit.AddConstraint(new Constraint.Share(s.what().get(0), value)));
        }
        boolean mean =
                about instanceof Question.Statistic s && s.kind() == Question.Statistic.Kind.MEAN;
        return mean && now.get().sign().isEmpty() && !now.get().percent()
                ? Optional.of(
                        new Edit.AddConstraint(
                                new Constraint.Mean(
                                        ((Question.Statistic) about).observation(), value)))
                : Optional.empty();
    }

    /** "what would be normal?", of what a limit was asked for last. */
    static Optional<Question> normal(String message, CohortSpec spec) {
        boolean asks =
                message.toLowerCase(Locale.ROOT).matches(".*\\b(normal|reference|healthy)\\b.*");
        Optional<Question> last = Optional.empty();
        for (Constraint c : spec.constraints()) {
            if (asks
                    && c instanceof Constraint.Require r
                    && r.criterion() instanceof Criterion.ObservationWithin o
                    && Measurands.bundled().find(o.observation()).isPresent()) {
                last = Optional.of(new Question.Range(o.observation()));
            } else if (asks
                    && c instanceof Constraint.Mean m
                    && Measurands.bundled().find(m.observation()).isPresent()) {
                last = Optional.of(new Question.Range(m.observation()));
            }
        }
        return last;
    }

    /**
     * What "says who?" is about: the figure that was asked for last, which is told with its source,
     * else the evidence on the condition talked about.
     */
    Question behind() {
        Optional<String> asked = before(1);
        if (asked.isPresent() && (question(asked.get()) || FollowUp.opens(asked.get()))) {
            Question whole = questions.read(asked.get(), heard.spec().condition());
            Question last =
                    whole instanceof Question.Unknown
                            ? goesOn(asked.get(), 2).orElse(whole)
                            : whole;
            if (last.figure()) {
                return last;
            }
        }
        return new Question.Sources(heard.spec().condition());
    }

    /** What a question means that only makes sense after the one before it. */
    Optional<Question> goesOn(String message) {
        return goesOn(message, 1);
    }

    private Optional<Question> goesOn(String message, int back) {
        Optional<String> earlier = before(back);
        if (earlier.isEmpty() || back > CHAIN) {
            return Optional.empty();
        }
        boolean asks = question(earlier.get()) || FollowUp.opens(earlier.get());
        if (!asks) {
            return Optional.empty();
        }
        Question whole = questions.read(earlier.get(), heard.spec().condition());
        Optional<Question> first =
                whole instanceof Question.Unknown
                        ? goesOn(earlier.get(), back + 1)
                        : Optional.of(whole);
        return first.flatMap(q -> FollowUp.of(q, message));
    }
}
