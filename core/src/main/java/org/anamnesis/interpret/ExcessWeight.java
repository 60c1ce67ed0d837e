package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.code.Vocabulary;

/**
 * "with too much weight", "carrying excess body weight", "who weigh too much": overweight, and no
 * column of weights. Of weights that are asked, "too high" is another matter.
 */
final class ExcessWeight {
    private static final String HAVE =
            "with|have|has|having|carry|carries|carrying|of|their|his|her";

    private ExcessWeight() {}

    static Sentence plain(Sentence s, Vocabulary vocabulary) {
        List<Exchange> all = new ArrayList<>();
        for (Sentence.Named n : s.named()) {
            if (!n.concept().id().equals("weight")) {
                continue;
            }
            int from = n.from();
            boolean much = s.word(from - 1).equals("much") && s.word(from - 2).equals("too");
            boolean excess = s.like(from - 1, "excess|excessive|high|surplus");
            int start = much ? from - 2 : from - 1;
            boolean carry = s.word(start - 1).startsWith("carr");
            if ((much || excess) && s.like(start - 1, HAVE)) {
                String read = carry ? "with overweight" : "overweight";
                all.add(new Exchange(carry ? start - 1 : start, n.to(), read));
            } else if (s.english(from, n.to()).toLowerCase(Locale.ROOT).startsWith("weigh")
                    && s.like(from - 1, "who|that|and")
                    && s.after(n.to(), "too much") > 0) {
                all.add(new Exchange(from, n.to() + 2, "are overweight"));
            }
        }
        return s.exchanged(all, vocabulary);
    }
}
