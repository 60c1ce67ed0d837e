package org.anamnesis.llm.link;

import java.util.List;
import org.anamnesis.interpret.Link;

/**
 * How phrases come out that thresholds were not found by.
 *
 * @param right taken for what they mean
 * @param asked asked with the right concept among the choices
 * @param askedWrongly asked without it
 * @param missed taken for something else than the catalogue holds
 * @param wrong taken for another concept
 * @param foreign phrases that mean nothing in the catalogue
 * @param foreignAsked asked all the same
 * @param foreignTaken taken for a concept all the same
 */
record Measured(
        int right,
        int asked,
        int askedWrongly,
        int missed,
        int wrong,
        int foreign,
        int foreignAsked,
        int foreignTaken) {
    static Measured of(Model model, List<Example> examples) {
        int[] n = new int[8];
        for (Example e : examples) {
            Link link = model.link(e.phrase(), e.kinds());
            if (e.foreign()) {
                n[5]++;
                n[6] += link instanceof Link.Unclear ? 1 : 0;
                n[7] += link instanceof Link.Clear ? 1 : 0;
            } else if (link instanceof Link.Clear c) {
                n[right(e, c.near()) ? 0 : 4]++;
            } else if (link instanceof Link.Unclear u) {
                n[u.nearest().stream().anyMatch(near -> right(e, near)) ? 1 : 2]++;
            } else {
                n[3]++;
            }
        }
        return new Measured(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
    }

    private static boolean right(Example example, Link.Near near) {
        return example.concepts().contains(near.concept().id());
    }

    /** Phrases that mean something in the catalogue. */
    int ours() {
        return right + asked + askedWrongly + missed + wrong;
    }
}
