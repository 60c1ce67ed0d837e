package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.interpret.Clarification;
import org.anamnesis.interpret.Clarification.Choice;
import org.anamnesis.interpret.Language;
import org.anamnesis.interpret.Proposal;
import org.anamnesis.interpret.ProposalCheck;
import org.anamnesis.interpret.ProposalCheck.Checked;
import org.anamnesis.interpret.Reader;
import org.anamnesis.interpret.Reading;
import org.anamnesis.interpret.Unread;
import org.anamnesis.spec.Amendment;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Edit;

/**
 * The rules' reading, and beside it what a language model reads in the words that they left, or in
 * the same words otherwise. The rules' reading stands; the model's is a question, whose usual
 * answer is that nothing comes of it. So whatever a model says, nothing is done that the user did
 * not say or confirm.
 */
final class Advised implements Reader {
    /** More readings in one question are no question any more. */
    private static final int MOST = 4;

    private final Reader rules;
    private final List<Proposal> proposals;

    Advised(Reader rules, Advice advice) {
        this.rules = rules;
        this.proposals = advice.proposals();
    }

    @Override
    public Reading read(String message, CohortSpec current) {
        return read(message, current, Language.EN);
    }

    @Override
    public Reading read(String message, CohortSpec current, Language likely) {
        Reading reading = rules.read(message, current, likely);
        List<String> unread = Unread.of(reading);
        if (proposals.isEmpty() || unread.isEmpty()) {
            return reading;
        }
        CohortSpec after = after(reading, current);
        var check = new ProposalCheck(message, after);
        List<Checked> checked = proposals.stream().flatMap(p -> check.of(p).stream()).toList();
        if (reading instanceof Reading.NotUnderstood n) {
            return instead(n, more(checked, message, unread, after));
        }
        Reading.Understood u = (Reading.Understood) reading;
        List<Checked> more = more(checked, message, unread, after);
        Optional<Clarification> question =
                more.isEmpty()
                        ? otherwise(checked, message, u.edits(), after)
                        : Optional.of(
                                question(
                                        more,
                                        "no: leave these words out",
                                        again(more, message, u.edits(), current)));
        return question.map(q -> with(u, q)).orElse(u);
    }

    /** The specification after what the rules read. */
    static CohortSpec after(Reading reading, CohortSpec current) {
        List<Reading.Quoted> edits =
                reading instanceof Reading.Understood u
                        ? u.edits()
                        : reading instanceof Reading.NotUnderstood n ? n.edits() : List.of();
        return Amendment.of(current, edits.stream().map(Reading.Quoted::edit).toList());
    }

    /** What rests on words that the rules did not use, as far as it can all be done together. */
    private static List<Checked> more(
            List<Checked> checked, String message, List<String> unread, CohortSpec after) {
        List<Checked> taken = new ArrayList<>();
        for (Checked c : checked) {
            List<Edit> together = new ArrayList<>(edits(taken));
            boolean left = unread.stream().anyMatch(w -> c.touches(message, w));
            boolean second = taken.stream().anyMatch(t -> same(t.edit(), c.edit()));
            together.add(c.edit());
            boolean changes = ProposalCheck.fits(after, List.of(c.edit()));
            if (left && !second && changes && ProposalCheck.fits(after, together)) {
                taken.add(c);
            }
        }
        return taken.subList(0, Math.min(MOST, taken.size()));
    }

    /**
     * A number that the rules took for one of patients, or a name for one of observations wanted,
     * and that the model reads as part of something else, is that no more if the user agrees.
     */
    private static List<Edit> again(
            List<Checked> more, String message, List<Reading.Quoted> own, CohortSpec current) {
        List<Edit> all = new ArrayList<>();
        for (Reading.Quoted q : own) {
            String quote = q.quote().strip();
            boolean once = message.indexOf(quote) == message.lastIndexOf(quote);
            boolean covered =
                    once
                            && more.stream()
                                    .anyMatch(
                                            c ->
                                                    c.touches(message, quote)
                                                            && other(c.edit(), q.edit()));
            if (covered && q.edit() instanceof Edit.SetCount) {
                all.add(new Edit.SetCount(current.count()));
            } else if (covered && q.edit() instanceof Edit.SetObservations) {
                all.add(new Edit.SetObservations(current.observations()));
            }
        }
        return all;
    }

    private static boolean other(Edit model, Edit rules) {
        return model instanceof Edit.AddConstraint && model.getClass() != rules.getClass();
    }

    private static List<Edit> edits(List<Checked> all) {
        return all.stream().map(Checked::edit).toList();
    }

    /** The first reading of words that the rules used, about the same and yet another one. */
    private static Optional<Clarification> otherwise(
            List<Checked> checked, String message, List<Reading.Quoted> own, CohortSpec after) {
        for (Checked c : checked) {
            for (Reading.Quoted q : own) {
                boolean apart = same(q.edit(), c.edit()) && !q.edit().equals(c.edit());
                List<Edit> instead = instead(c.edit());
                if (apart && c.touches(message, q.quote()) && ProposalCheck.fits(after, instead)) {
                    String kept = "no: " + Understood.words(q.edit()) + ", as it was read";
                    return Optional.of(question(kept, c.quote(), "", List.of(c), instead));
                }
            }
        }
        return Optional.empty();
    }

    /** A constraint takes the place of all others about its subject. */
    private static List<Edit> instead(Edit edit) {
        return edit instanceof Edit.AddConstraint a
                ? List.of(Edit.Forget.about(a.constraint()), edit)
                : List.of(edit);
    }

    /** Whether both set the count, the condition, or something about one subject. */
    private static boolean same(Edit a, Edit b) {
        if (a instanceof Edit.AddConstraint x && b instanceof Edit.AddConstraint y) {
            return Edit.Forget.about(x.constraint()).equals(Edit.Forget.about(y.constraint()));
        }
        boolean one = a instanceof Edit.SetCount || a instanceof Edit.SetCondition;
        return one && a.getClass() == b.getClass();
    }

    private static Reading.Understood with(Reading.Understood u, Clarification question) {
        List<String> assumptions = new ArrayList<>(u.assumptions());
        assumptions.add(question.usual().assumption());
        List<Clarification> questions = new ArrayList<>(u.questions());
        questions.add(question);
        return new Reading.Understood(u.edits(), assumptions, u.ignored(), questions, u.links());
    }

    /** Nothing is done unless the user takes the model's reading, and then the rest as well. */
    private static Reading instead(Reading.NotUnderstood n, List<Checked> more) {
        if (more.isEmpty()) {
            return n;
        }
        List<Edit> rest = n.edits().stream().map(Reading.Quoted::edit).toList();
        Clarification q = question(more, "no: change nothing", rest);
        return new Reading.Understood(
                List.of(), List.of(q.usual().assumption()), List.of(), List.of(q));
    }

    private static Clarification question(List<Checked> more, String no, List<Edit> rest) {
        String quotes = String.join("\", \"", more.stream().map(Checked::quote).toList());
        List<Edit> all = new ArrayList<>(rest);
        all.addAll(edits(more));
        String also = rest.isEmpty() ? "" : rest(rest);
        Clarification q = question(no, quotes, also, more, all);
        if (more.size() != 2) {
            return q;
        }
        List<Choice> choices = new ArrayList<>(q.choices());
        for (Checked c : more) {
            List<Edit> one = new ArrayList<>(rest);
            one.add(c.edit());
            choices.add(new Choice("only " + words(c) + ", read by the model", one, ""));
        }
        return new Clarification(q.quote(), q.question(), choices);
    }

    private static String rest(List<Edit> rest) {
        return "; " + String.join("; ", rest.stream().map(Understood::words).toList());
    }

    private static Clarification question(
            String no, String quote, String also, List<Checked> read, List<Edit> edits) {
        String words = String.join("; ", read.stream().map(Advised::words).toList()) + also;
        return new Clarification(
                quote,
                "The language model reads here: " + words + ". Is that meant?",
                List.of(
                        new Choice(
                                no,
                                List.of(),
                                "What the language model read in \"%s\" was not taken."
                                        .formatted(quote)),
                        new Choice("yes: " + words + ", read by the model", edits, "")));
    }

    private static String words(Checked c) {
        return Understood.words(c.edit()) + " (\"" + c.quote() + "\")";
    }
}
