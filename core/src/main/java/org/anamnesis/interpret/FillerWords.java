package org.anamnesis.interpret;

import java.util.Set;

/** Words beside a number that say nothing of what it is about: "let's rather make that 30 %". */
final class FillerWords {
    static final Set<String> ALL =
            Set.of(
                    ("make that it its then instead rather and but now no ok okay please "
                                    + "only just to be should a an the bit of better actually say lets let "
                                    + "use go for with sorry meant i could can you we change set also not "
                                    + "mean average more less like shorten extend lengthen , . ! ? : hm hmm "
                                    + "well wait yes or maybe on in them there those higher lower up down "
                                    + "increase raise reduce decrease back oops er uh around nope hang second "
                                    + "thought thoughts prefer want would id take try drop bump put all bring "
                                    + "limit cut cutoff threshold previous was said fine good enough is are "
                                    + "do will suffices sufficient right need needs make-it thats too strong "
                                    + "weak plausible realistic likely sounds looks seems upper — again "
                                    + "though as this these figure value number percentage proportion share "
                                    + "rate level mark nearer closer nearest truth reality reasonable "
                                    + "appropriate sensible must shall might has have had ought lift push "
                                    + "nudge dial turn get adjust modify correct correction fix amend revise "
                                    + "update alter tweak shift move give come keep set-it about roughly "
                                    + "approximately exactly precisely perhaps probably typo slip mistake "
                                    + "error my bad apologies pardon says saying told meaning mind changed "
                                    + "think thinking reckon believe guess suppose assume feel find read "
                                    + "wanted wish needed here everyone everybody they instead-of until till "
                                    + "at after course obviously naturally definitely really quite very so "
                                    + "sure surely certainly alright aye yep yeah yup nah hey hi ah oh aha "
                                    + "right-then thanks thank please-do kindly possibly further still even "
                                    + "best right-now currently today whole limits target targets goal aim "
                                    + "range cohort-wide over-all overall total were been being become "
                                    + "becomes became correctly wrote written typed protocol paper grant plan "
                                    + "document according what which whichever does did doing done got goes "
                                    + "gone went me us our your his her their rather-than into onto by r rho "
                                    + "bar relax loosen tighten ease soften stretch widen "
                                    + "erm um umm ehm leave = coefficient correlation …")
                            .split(" "));

    private FillerWords() {}

    /** First token that says something. */
    static int first(Sentence s) {
        for (int i = 0; i < s.size(); i++) {
            boolean compares = s.word(i + 1).equals("than") && s.like(i, "less|more|lower|higher");
            if (s.free(i) && (compares || !JudgingWords.empty(s, i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether nothing else is said. */
    static boolean alone(Sentence s, int from, int to) {
        for (int i = 0; i < s.size(); i++) {
            boolean inside = i >= from && i < to;
            if (i >= to && s.word(i).equals(",") && remark(s, i + 1)) {
                return true;
            }
            if (!inside && s.free(i) && !JudgingWords.empty(s, i)) {
                return false;
            }
        }
        return true;
    }

    /** "at least 15, I misread the protocol": what follows names nothing and has no number. */
    private static boolean remark(Sentence s, int from) {
        for (int i = from; i < s.size(); i++) {
            boolean says =
                    s.at(i).number()
                            || s.at(i).kind() == Token.Kind.FRACTION
                            || s.inConcept(i)
                            || !s.free(i)
                            || Words.NEGATION.contains(s.word(i))
                            || Words.PERSONS.contains(s.word(i))
                            || CategoryWords.named(s, i);
            if (says || s.word(i).equals("and")) {
                return false;
            }
        }
        return s.like(from, "i|we|my|our|the|it|that|this|sorry|as|because|thats|apologies");
    }
}
