package org.anamnesis.generate;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.IndexRecord;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.generate.care.Care;
import org.anamnesis.plan.GenerationPlan;
import org.anamnesis.plan.PlannedField;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.plan.PlannedStudies;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;

/**
 * From a plan to a cohort: fits the engine once, then makes blocks on several threads and hands
 * them on in order.
 */
public final class Generator {
    private Generator() {}

    /**
     * Fits the plan's engine; patients are made when the cohort is read.
     *
     * @param threads how many make blocks, at least 1; the patients are the same for any number
     */
    public static Cohort cohort(GenerationPlan plan, int threads) {
        Redraw redraw =
                plan.whole()
                        ? (columns, first, count, seeds) -> {}
                        : engine(plan).fit(plan.people(), plan.given());
        return new Made(plan, new BlockMaker(plan, redraw), threads);
    }

    /**
     * As {@link #cohort}, sooner and for a look alone: the engine learns from at most so many of
     * the people, every k-th of them. Who starts the patients, and so what was asked, is the same.
     */
    public static Cohort look(GenerationPlan plan, int people) {
        Redraw redraw =
                plan.whole()
                        ? (columns, first, count, seeds) -> {}
                        : engine(plan).fit(thinned(plan.people(), people), plan.given());
        return new Made(plan, new BlockMaker(plan, redraw), 1);
    }

    private static Table thinned(Table all, int most) {
        double[] weights = all.weights();
        int[] counted = IntStream.range(0, all.rows()).filter(i -> weights[i] > 0).toArray();
        int step = (counted.length + most - 1) / most;
        return step <= 1
                ? all
                : all.rows(
                        IntStream.range(0, counted.length)
                                .filter(i -> i % step == 0)
                                .map(i -> counted[i])
                                .toArray());
    }

    private static Engine engine(GenerationPlan plan) {
        return switch (plan.engine()) {
            case "trees" -> new TreesEngine(TreeSettings.request(plan.rules()));
            case "copula" -> new CopulaEngine(plan.rules());
            default -> throw new IllegalArgumentException("engine " + plan.engine());
        };
    }

    /** What the cohort of a plan will look like; nothing is learned yet. */
    public static CohortHeader header(GenerationPlan plan) {
        List<PlannedField> recorded =
                new ArrayList<>(plan.history().map(PlannedHistory::recorded).orElse(List.of()));
        for (PlannedStudies s : plan.studies()) {
            recorded.addAll(s.measured());
            recorded.addAll(s.shown());
            s.diagnosed().stream()
                    .filter(d -> !known(d, plan.fields()) && !known(d, recorded))
                    .forEach(recorded::add);
        }
        return new CohortHeader(
                plan.count(),
                fields(plan.fields()),
                fields(recorded),
                plan.indexDate(),
                plan.seed());
    }

    private static boolean known(PlannedField field, List<PlannedField> among) {
        return among.stream().anyMatch(f -> f.role() == field.role() && f.id().equals(field.id()));
    }

    private static List<Field> fields(List<PlannedField> planned) {
        return planned.stream()
                .map(
                        f ->
                                new Field(
                                        f.name(),
                                        f.id(),
                                        f.label(),
                                        role(f.role()),
                                        f.unit(),
                                        f.decimals(),
                                        f.levels(),
                                        f.concept(),
                                        f.analysis(),
                                        f.provenance()))
                .toList();
    }

    private static Field.Role role(PlannedField.Role role) {
        return switch (role) {
            case DEMOGRAPHIC -> Field.Role.DEMOGRAPHIC;
            case OBSERVATION -> Field.Role.OBSERVATION;
            case CONDITION -> Field.Role.CONDITION;
            case DURATION -> Field.Role.DURATION;
            case MEDICATION -> Field.Role.MEDICATION;
        };
    }

    private static final class Made implements Cohort {
        private final CohortHeader header;
        private final BlockMaker maker;
        private final SeedTree seeds;
        private final Recording recording;
        private final int threads;

        Made(GenerationPlan plan, BlockMaker maker, int threads) {
            this.header = Generator.header(plan);
            this.maker = maker;
            this.seeds = new SeedTree(plan.seed());
            this.recording = recording(plan, header, maker);
            this.threads = threads;
        }

        private static Recording recording(
                GenerationPlan plan, CohortHeader header, BlockMaker maker) {
            var index = new IndexRecord(header);
            Recording record =
                    plan.history().isPresent()
                            ? maker.history(header)
                            : (block, work, seeds) -> index.fill(block);
            Recording care = new Care(record, header, plan.history());
            return plan.studies().isEmpty() ? care : maker.examinations(plan, header, care);
        }

        @Override
        public CohortHeader header() {
            return header;
        }

        @Override
        public void forEachBlock(Receiver receiver) throws IOException {
            long blocks = (header.patients() + PatientBlock.CAPACITY - 1) / PatientBlock.CAPACITY;
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            Deque<Future<PatientBlock>> ahead = new ArrayDeque<>();
            Deque<PatientBlock> free = new ArrayDeque<>();
            try {
                long next = 0;
                for (long done = 0; done < blocks; done++) {
                    while (next < blocks && ahead.size() < 2 * threads) {
                        PatientBlock block =
                                Optional.ofNullable(free.poll())
                                        .orElseGet(() -> new PatientBlock(header.fields().size()));
                        long number = next++;
                        ahead.add(pool.submit(() -> make(block, number)));
                    }
                    PatientBlock block = await(ahead.remove());
                    receiver.accept(block);
                    free.add(block);
                }
            } finally {
                pool.shutdownNow();
            }
        }

        private PatientBlock make(PatientBlock block, long number) {
            long first = number * PatientBlock.CAPACITY;
            int count = (int) Math.min(PatientBlock.CAPACITY, header.patients() - first);
            block.reset(first, count);
            maker.fill(block, seeds, recording);
            return block;
        }

        private static PatientBlock await(Future<PatientBlock> future) throws IOException {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while patients were made", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException r) {
                    throw r;
                }
                if (e.getCause() instanceof Error r) {
                    throw r;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
