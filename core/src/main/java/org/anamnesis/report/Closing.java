package org.anamnesis.report;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.evaluate.Words;

/** Privacy, methods, limits and how to cite. */
final class Closing {
    /** Source id of the survey behind the built-in census. */
    static final String SURVEY = "nhanes";

    /** Why a column was learned from fewer persons than the published figure beside it counts. */
    static final String FOUR_FIFTHS =
            "The built-in population was learned from four fifths of the survey's persons; the"
                    + " published distributions rest on all of them.";

    private Closing() {}

    static void privacy(Html html, Citations citations) {
        if (citations.number(SURVEY).isPresent()) {
            html.leaf(
                    "p",
                    "No row of these files is a person. The patients were redrawn from a synthetic"
                            + " census of the United States, which this project learned from public"
                            + " survey microdata (NHANES, released by its publisher for public use,"
                            + " without names). The program ships that census, never the microdata,"
                            + " and an engine makes new combinations: it does not hand out rows of the"
                            + " census. A patient may still resemble someone, as any two people may.");
        } else {
            html.leaf("p", "No row of these files is meant to be a person.");
        }
        html.leaf(
                "p",
                "What this does not mean: there is no formal guarantee such as differential privacy,"
                        + " and no test in this report measures disclosure. If you add data of your own,"
                        + " they are yours to protect.");
    }

    static void methods(Html html, Dossier dossier) {
        html.leaf("p", methods(dossier));
        Marks.list(
                html,
                List.of(
                        "Means and standard deviations describe the patients in the files (divided by"
                                + " n), weighted by survey weights in the reference population.",
                        "Quantiles are the smallest value at which the distribution function reaches"
                                + " the share (R's type 1).",
                        "KS is the largest distance between the two distribution functions, the"
                                + " reference weighted.",
                        "Correlations are Spearman's, with mid-ranks for ties and weights in the"
                                + " reference population.",
                        "eGFR is CKD-EPI 2021 (Inker et al. 2021, doi:10.1056/NEJMoa2102953); rules were"
                                + " checked by formulas written apart from those that made the values.",
                        "Selections hold for every patient; targets are met by entropy balancing"
                                + " (Hainmueller 2012, doi:10.1093/pan/mpr025), which changes the weights"
                                + " of the reference population as little as possible."));
        html.leaf("h3", "How to cite");
        html.leaf("p", citation(dossier));
    }

    private static String methods(Dossier dossier) {
        return "The reference population was filtered to the request's selections, reweighted to its"
                + " targets, and redrawn by the engine “"
                + dossier.spec().engine()
                + "”: new people with the dependences of its rows; derived values by formula. Then"
                + " every patient was counted and compared with the "
                + Words.count(dossier.evaluation().referenceRows())
                + " reference rows that meet the same selections.";
    }

    static String citation(Dossier dossier) {
        return Opening.title(dossier)
                + ". Made with Anamnesis "
                + dossier.version()
                + ", seed "
                + dossier.spec().seed()
                + ", index date "
                + dossier.header().indexDate()
                + ".";
    }

    static void limits(Html html, Citations citations) {
        List<String> limits = new ArrayList<>();
        if (citations.number(SURVEY).isPresent()) {
            limits.add(
                    "The survey covers civilians who live at home: not people in nursing homes, prisons"
                            + " or hospitals.");
            limits.add(
                    "Ages are topped at 80 in the survey (85 in 2005–2006); diagnoses are self-reported;"
                            + " each person was seen once, so nothing here is a course over time.");
            limits.add(FOUR_FIFTHS);
            limits.add(
                    "Treatment reflects the survey years, unless a column says that published figures"
                            + " brought it up to date.");
        }
        limits.add(
                "Reference ranges, and every figure marked “unverified”, are general knowledge that"
                        + " nobody has looked up yet.");
        limits.add(
                "Rare combinations rest on few people: see how far from reality the request lies.");
        limits.add(
                "Fit for teaching, for trying out software and for planning an analysis; not for"
                        + " estimating effects, nor for decisions about patients.");
        Marks.list(html, limits);
    }
}
