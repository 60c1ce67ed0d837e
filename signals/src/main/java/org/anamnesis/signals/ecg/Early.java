package org.anamnesis.signals.ecg;

import java.util.Arrays;
import org.anamnesis.signals.Draws;

/** What comes early in place of a sinus beat. */
enum Early {
    NONE,
    ATRIAL,
    VENTRICULAR;

    private static final String PVC = "premature-ventricular-complexes";
    private static final String PAC = "premature-atrial-complexes";

    /**
     * Where early beats may be.
     *
     * @param beats how many there are
     * @param first the first that may be early
     * @param last the last one
     * @param run where those begin that come in a pattern
     * @param tens length of the recording in tens of seconds, 1 at least
     */
    record Room(int beats, int first, int last, int run, double tens) {}

    /** Says which beats come early: none beside another early one. */
    static Early[] of(Shows shows, Room room, Draws draws) {
        Early[] all = new Early[room.beats];
        Arrays.fill(all, NONE);
        place(all, VENTRICULAR, shows, room, draws);
        place(all, ATRIAL, shows, room, draws);
        return all;
    }

    private static void place(Early[] all, Early kind, Shows shows, Room room, Draws draws) {
        String finding = kind == VENTRICULAR ? PVC : PAC;
        int first = room.first;
        int last = room.last;
        if (!shows.has(finding)) {
            return;
        }
        switch (shows.detail(finding, "pattern").orElse("isolated")) {
            case "bigeminy" -> every(all, kind, room.run, 2);
            case "trigeminy" -> every(all, kind, room.run, 3);
            default -> {
                int count = (int) shows.number(finding, "count", 2);
                int wanted = (int) Math.max(1, Math.round(count * room.tens));
                if (shows.has(PVC) && shows.has(PAC)) {
                    // Few slow beats must leave room for one of the other kind.
                    wanted = Math.max(1, Math.min(wanted, (last - first) / 4));
                }
                double step = (last - first + 1.0) / wanted;
                boolean none = true;
                for (int i = 0; i < wanted; i++) {
                    int at = first + (int) Math.floor((i + draws.uniform(.1, .9)) * step);
                    none &= !put(all, kind, at, last);
                }
                for (int i = 0; none && i <= last - first; i++) {
                    // From the middle outwards.
                    int at = (first + last) / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
                    none = !put(all, kind, at, last + 1);
                }
            }
        }
    }

    private static boolean put(Early[] all, Early kind, int at, int end) {
        if (at < 2
                || at >= Math.min(end, all.length - 1)
                || all[at] != NONE
                || all[at - 1] != NONE
                || all[at + 1] != NONE) {
            return false;
        }
        all[at] = kind;
        return true;
    }

    private static void every(Early[] all, Early kind, int from, int n) {
        for (int i = from; i < all.length; i += n) {
            all[i] = kind;
        }
    }
}
