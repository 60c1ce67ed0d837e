package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.interpret.Asked.Item;
import org.anamnesis.interpret.Draft.Topic;

/** "ICS and LABA in 60 %", "ICS/LABA 60 %": a share behind a bare list of drugs is one of each. */
final class SharedLists {
    private SharedLists() {}

    static List<Item> carried(Sentence s, List<Item> items) {
        List<Item> all = new ArrayList<>(items);
        for (int k = all.size() - 2; k >= 0; k--) {
            Item a = all.get(k);
            Item b = all.get(k + 1);
            boolean drugs =
                    a.found().topic() == Topic.MEDICATION && b.found().topic() == Topic.MEDICATION;
            boolean behind = b.percent().isPresent() && b.from() == b.found().from();
            boolean open = a.percent().isEmpty() && !a.not() && !a.unmet();
            int end = a.found().to();
            boolean link =
                    b.found().from() == end + 1
                            && (s.like(end, "and|/|&|\\+")
                                    || (k + 2 < all.size() && listed(s, all, k)));
            boolean bare = a.from() == 0 || s.like(a.from() - 1, "[,;.:]|add|plus|and|/|&|\\+");
            if (drugs && behind && open && link && bare) {
                all.set(k, a.shared(b.percent()));
            }
        }
        return all;
    }

    /** The comma of "A, B and C in 30 %". */
    private static boolean listed(Sentence s, List<Item> all, int k) {
        Item b = all.get(k + 1);
        return s.word(all.get(k).found().to()).equals(",")
                && all.get(k + 2).percent().equals(b.percent())
                && s.like(b.found().to(), "and|/|&|\\+");
    }
}
