package org.anamnesis.interpret;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Concept;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Edit;

/**
 * What is said of a thing behind its name: "metoprolol isn't required any more", "smokers may come
 * in again", "people with COPD must not be in it".
 */
final class Verdicts {
    private static final String AGAIN =
            "(?: (?:any ?more|any longer|after all|now|again|back|too|as well|at all|either))*";
    private static final Pattern UNNEEDED =
            Pattern.compile(
                    "^(?:need not|neednt|isnt|is not|arent|are not|wasnt|(?:do|does) not need to|(?:dont|doesnt)"
                            + " (?:need|have) to|(?:is|are) no longer|no longer (?:needs?|has|have) to|is un|are un)"
                            + " ?(?:be )?(?:required|needed|necessary|wanted|obligatory|mandatory|relevant|there|asked"
                            + "(?: for)?|a must|used|compulsory|important|essential)"
                            + AGAIN);
    private static final Pattern ADMITTED =
            Pattern.compile(
                    "^(?:may|can|could|should|shall|must|are|is|might|do)(?: now| be| get)* (?:included|allowed(?: in)?"
                            + "|come in|come back(?: in)?|let (?:back )?in|stay|return|back(?: in)?|join|(?:re)?admitted"
                            + "|permitted|welcome|put back(?: in)?|taken back(?: in)?|count)"
                            + AGAIN);
    private static final Pattern BARRED =
            Pattern.compile(
                    "^(?:(?:must|should|shall|may|can|are|is|do|does|to) not|mustnt|shouldnt|cannot|cant|shant)"
                            + " (?:to )?(?:be )?(?:in it|included|in there|in the (?:cohort|group|sample|set|data)|there|part"
                            + " of (?:it|the (?:cohort|group|sample))|present|allowed|appear|occur|among them|wanted|in)"
                            + AGAIN
                            + "|^(?:(?:is|are|must be|should be|shall be|is to be|are to be|to be) )(?:off limits|kept out"
                            + "|left out|taboo|excluded|barred|banned|forbidden|ruled out|out|not allowed|no go|unwanted"
                            + "|not wanted|kept away|to be avoided|avoided)"
                            + "|^(?:(?:must|should|shall|may|can|do|does|to) not|mustnt|shouldnt|cannot|cant)"
                            + " (?:turn up|show up|come up|crop up|feature|be found|be seen|figure|pop up)(?: anywhere| at all)?"
                            + AGAIN);
    private static final Pattern BACK =
            Pattern.compile("^(?:back(?: in)?(?: again)?|again|once more)(?: please)?$");
    private static final String ASKED =
            "shares?|limits?|range|ranges|proportions?|percentages?|split|ratio|restrictions?|criterion|target";
    private static final int LONGEST = 9;

    private final Draft draft;
    private final Sentence s;
    private final CohortSpec current;

    private Verdicts(Draft draft, CohortSpec current) {
        this.draft = draft;
        this.s = draft.sentence;
        this.current = current;
    }

    static void find(Draft draft, CohortSpec current) {
        Verdicts words = new Verdicts(draft, current);
        for (Sentence.Named n : words.s.named()) {
            if (words.s.free(n.from(), n.to()) && !n.is(Concept.Kind.OBSERVATION)) {
                words.of(n.concept().id(), n.from(), n.to(), Optional.of(n));
            }
        }
        for (int i = 0; i < words.s.size(); i++) {
            if (words.s.like(i, "smokers?") && words.s.free(i)) {
                words.of("smoking", i, i + 1, Optional.empty());
            } else if (words.s.like(i + 1, ASKED) && words.s.free(i)) {
                int at = i;
                SubjectAt.of(words.s, i)
                        .filter(x -> x.to() == at + 1 && Last.asked(current, x.id()))
                        .ifPresent(x -> words.of(x.id(), at, at + 2, Optional.empty()));
            }
        }
    }

    private void of(String subject, int from, int to, Optional<Sentence.Named> named) {
        int behind = to;
        while (behind < to + 2 && Words.PERSONS.contains(s.word(behind))) {
            behind++;
        }
        StringBuilder rest = new StringBuilder();
        for (int i = behind; i < Math.min(s.size(), behind + LONGEST); i++) {
            rest.append(i == behind ? "" : " ").append(s.word(i));
        }
        int first = start(from);
        int unneeded = words(UNNEEDED, rest);
        int admitted = words(ADMITTED, rest);
        int barred = words(BARRED, rest);
        int back = out(subject) ? words(BACK, rest) : 0;
        if (barred > 0 && named.isPresent() && !main(subject)) {
            Criterion what =
                    named.get().is(Concept.Kind.CONDITION)
                            ? new Criterion.HasCondition(subject, Optional.empty())
                            : new Criterion.TakesMedication(subject);
            var not = new Constraint.Require(new Criterion.Not(what));
            draft.edit(new Edit.AddConstraint(not), first, behind + barred);
        } else if (unneeded > 0 && Last.asked(current, subject)) {
            draft.edit(new Edit.Forget(subject), first, behind + unneeded);
        } else if (back > 0) {
            draft.edit(new Edit.Forget(subject), first, behind + back);
        } else if (admitted > 0 && excluded(subject)) {
            draft.edit(new Edit.Forget(subject), first, behind + admitted);
        }
    }

    /** "people with COPD": they are what is spoken of. */
    private int start(int from) {
        int at = from;
        while (at > 0
                && s.like(
                        at - 1,
                        "the|with|who|has|have|put|let|bring|include|allow|take|are|on|taking|having|those|people|patients|persons|anyone|anybody|current")) {
            at--;
        }
        return at;
    }

    private static int words(Pattern pattern, CharSequence rest) {
        Matcher m = pattern.matcher(rest);
        return m.find() ? m.group().split(" ").length : 0;
    }

    private boolean main(String subject) {
        return current.condition().filter(subject::equals).isPresent();
    }

    /** Whether it was said that nobody has it. */
    private boolean out(String subject) {
        return required(subject, c -> c instanceof Criterion.Not);
    }

    /** Whether nobody has it at present: only then it can come back. */
    private boolean excluded(String subject) {
        return required(
                subject, c -> c instanceof Criterion.Not || c instanceof Criterion.CategoryIn);
    }

    private boolean required(String subject, Predicate<Criterion> as) {
        return current.constraints().stream()
                .filter(c -> subject.equals(Last.concept(c)) || subject.equals(Last.subject(c)))
                .anyMatch(c -> c instanceof Constraint.Require r && as.test(r.criterion()));
    }
}
