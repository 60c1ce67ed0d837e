package org.anamnesis.evaluate;

/** Every figure of a judgement, with what it can and cannot show, in words for clinicians. */
public enum Metric {
    COLUMN_DISTANCE(
            "Distance of each column",
            "Shows whether each single measurement is spread as it is in real people; cannot show"
                    + " whether the measurements of one patient fit together."),
    MISSING_RATES(
            "Missing values",
            "Shows whether values are missing as often as in real records; cannot show whether they"
                    + " are missing in the same kind of patient."),
    PAIRS(
            "Pairs of columns",
            "Shows whether two measurements rise and fall together as in real people; cannot show"
                    + " relations among three or more, or exact ones such as BMI from weight and"
                    + " height."),
    TWO_SAMPLE(
            "Two-sample test",
            "Shows whether a computer can tell synthetic rows from real ones: 0.5 means it guesses,"
                    + " 1 that it always knows, and clearly below 0.5 that rows were copied; cannot"
                    + " show whether the difference it found matters for care."),
    COVERAGE(
            "Coverage",
            "Shows how many real patients have a synthetic one like them, so whether whole kinds of"
                    + " patient are left out; cannot show that each kind is as common as it should be."),
    SUBGROUPS(
            "Subgroups",
            "Shows whether women, smokers or the uninsured come out with the values of their own"
                    + " group; cannot show anything about groups too small to be listed."),
    EFFECTS(
            "Strength of relations",
            "Shows whether a risk factor looks as strong in the synthetic table as in real people;"
                    + " cannot show that a relation is causal, and its interval must not be taken as"
                    + " that of a study."),
    UTILITY(
            "Use for prediction",
            "Shows how well a model that learned only from synthetic rows predicts for real people;"
                    + " cannot show that another outcome or another kind of analysis would do as well."),
    MEMBERSHIP(
            "Membership",
            "Shows whether someone who already knows a patient's record could tell that it was among"
                    + " those learned from: 0.5 is a coin toss; cannot show what a cleverer attack"
                    + " would find."),
    CLOSENESS(
            "Closeness",
            "Shows whether synthetic rows lie nearer to the patients learned from than to strangers;"
                    + " cannot prove privacy, because tables that keep their distance can still leak."),
    COPIES(
            "Copies",
            "Shows whether a synthetic row is somebody's record, value for value; cannot show records"
                    + " that were copied with small changes."),
    ATTRIBUTES(
            "Facts read off",
            "Shows how much more is given away about the patients learned from than about strangers"
                    + " to someone who knows a few plain facts of them; cannot show other sets of"
                    + " known facts than those tried."),
    SINGLING_OUT(
            "Singling out",
            "Shows whether a rare value or combination in the table points to exactly one of the"
                    + " patients learned from more often than chance; cannot show that this patient's"
                    + " name would be found."),
    LINKING(
            "Linking",
            "Shows whether two files with different halves of a record could be joined through the"
                    + " table; cannot show what other files an attacker holds."),
    INFERENCE(
            "Inference",
            "Shows whether one unknown value of a patient could be guessed better because her record"
                    + " was learned from; cannot show guesses that any good textbook would allow,"
                    + " because those work on strangers too and are not counted."),
    COURSES(
            "From row to row",
            "Shows whether a person has as many rows as real ones and whether values go on from row to"
                    + " row as theirs do; cannot show dependence over more than one row, or on what"
                    + " happened between the rows."),
    RULES(
            "Rules",
            "Shows how many rows break a rule of arithmetic, of the body or of the request; cannot"
                    + " show what no rule was written for.");

    private final String title;
    private final String shows;

    Metric(String title, String shows) {
        this.title = title;
        this.shows = shows;
    }

    /** For headings. */
    public String title() {
        return title;
    }

    /** One sentence: what it shows, and what it cannot. */
    public String shows() {
        return shows;
    }
}
