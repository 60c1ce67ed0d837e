package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * Attacks a synthetic table as an outsider would who holds it and nothing else of the training
 * people, and as a check attacks strangers in the same way. The same tables and seed come to the
 * same findings.
 */
public final class PrivacyAudit {
    /** People of each kind who are attacked in the quick form. */
    public static final int QUICK_PEOPLE = 2_000;

    /** Synthetic rows that are searched in the quick form; fewer would weaken the attacks. */
    public static final int QUICK_ROWS = 10_000;

    /** People of each kind who are attacked in the full form. */
    public static final int FULL_PEOPLE = 5_000;

    /** Rows of each table that are looked at in the full form. */
    public static final int FULL_ROWS = 20_000;

    /** Statements and links tried on people of each kind in the quick form. */
    public static final int QUICK_ATTACKS = 300;

    /** Statements, links and inferences tried on people of each kind in the full form. */
    public static final int FULL_ATTACKS = 1_000;

    private final JudgedTables tables;
    private final List<String> keys;
    private final SeedTree seeds;
    private final Space space;
    private final Table real;
    private final Attacked members;
    private final Attacked strangers;
    private final Points synthetic;
    private final int attacks;

    private PrivacyAudit(
            JudgedTables all, List<String> keys, long seed, int people, int rows, int attacks) {
        this.keys = keys;
        this.attacks = attacks;
        seeds = new SeedTree(seed);
        tables =
                all.rows(
                        Sample.some(all.train().rows(), rows, seeds, "audit train"),
                        Sample.some(all.holdout().rows(), rows, seeds, "audit holdout"),
                        Sample.some(all.synthetic().rows(), rows, seeds, "audit synthetic"));
        real = Sample.stacked(tables.train(), tables.holdout());
        space = new Space(real);
        members = drawn(tables.train(), tables.trainPersons(), people, "members");
        strangers =
                drawn(
                        tables.holdout(),
                        tables.holdoutPersons(),
                        members.points().rows(),
                        "strangers");
        synthetic = space.points(tables.synthetic());
    }

    private Attacked drawn(Table from, int[] persons, int n, String purpose) {
        int[] rows = Attacked.together(persons, Sample.of(from.rows(), n, seeds, purpose));
        return new Attacked(space.points(from.rows(rows)), Sample.persons(persons, rows));
    }

    /**
     * What decides whether a generator must smooth more: all but inference, outliers and distances
     * to all training people. About a second for 6,400 × 31.
     *
     * @param keys columns that acquaintances of a person know (age, sex, place, marriage); may be
     *     empty
     */
    public static PrivacyFindings quick(JudgedTables tables, List<String> keys, long seed) {
        return new PrivacyAudit(tables, keys, seed, QUICK_PEOPLE, QUICK_ROWS, QUICK_ATTACKS)
                .attackedQuickly();
    }

    /**
     * The quick form on several models of one table, each of which held other people out; the
     * figures are of all of them together.
     *
     * @param splits tables of each model, not empty; the first is the model in question
     */
    public static PrivacyFindings quick(List<JudgedTables> splits, List<String> keys, long seed) {
        return PrivacyFindings.pooled(
                splits.stream().map(tables -> quick(tables, keys, seed)).toList());
    }

    /** All attacks; keys as for {@link #quick}. */
    public static PrivacyFindings full(JudgedTables tables, List<String> keys, long seed) {
        return new PrivacyAudit(tables, keys, seed, FULL_PEOPLE, FULL_ROWS, FULL_ATTACKS)
                .attackedFully();
    }

    private PrivacyFindings attackedQuickly() {
        double[] none = {};
        return findings(none, none, none, List.of());
    }

    private PrivacyFindings attackedFully() {
        Points train = space.points(tables.train());
        double[] remote = remote(train);
        return findings(
                remote,
                Nearest.distances(synthetic, train),
                Nearest.distances(strangers.points(), train),
                Inference.tried(tables, space, attacks, seeds));
    }

    /**
     * How far each member and stranger lies from the fifth nearest training person other than
     * herself. A member's own record is the nearest of all, so hers is the sixth.
     */
    private double[] remote(Points train) {
        if (train.rows() < 6) {
            return new double[0];
        }
        return Stream.concat(
                        Arrays.stream(Nearest.of(members.points(), train, 6, false)),
                        Arrays.stream(Nearest.of(strangers.points(), train, 5, false)))
                .mapToDouble(Nearest.Neighbour::distance)
                .toArray();
    }

    private PrivacyFindings findings(
            double[] remote,
            double[] toTrain,
            double[] strangersToTrain,
            List<AttackRisk> inferring) {
        SinglingOut out = new SinglingOut(tables, seeds);
        List<AttackRisk> singlingOut =
                List.of(out.byOneColumn(attacks), out.bySeveralColumns(attacks));
        List<AttackRisk> linking = List.of(Linkability.tried(tables, real, attacks, seeds));
        Nearest.Both ofStrangers = Nearest.both(strangers.points(), synthetic);
        Membership membership =
                Membership.of(
                        members,
                        strangers,
                        Nearest.distances(members.points(), synthetic),
                        ofStrangers.ofRows(),
                        remote);
        Closeness closeness =
                Closeness.of(
                        Nearest.distances(
                                synthetic, members.points().rows(0, strangers.points().rows())),
                        ofStrangers.ofOthers(),
                        toTrain,
                        strangersToTrain);
        Copies copies = Copies.of(tables);
        AttributeDisclosure attributes = KnownFacts.tried(tables, keys, seeds);
        List<AttackRisk> others = new ArrayList<>(singlingOut);
        others.addAll(linking);
        others.addAll(inferring);
        return new PrivacyFindings(
                membership,
                closeness,
                copies,
                attributes,
                singlingOut,
                linking,
                inferring,
                PrivacyLimits.judge(membership, copies, attributes, others));
    }
}
