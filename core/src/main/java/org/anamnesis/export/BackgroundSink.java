package org.anamnesis.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.anamnesis.cohort.PatientBlock;

/**
 * Lets another sink work on a thread of its own while the next blocks are made. It sees the blocks
 * in the same order, so the bytes are the same; a queue of fixed length bounds the memory.
 */
final class BackgroundSink implements Exporter.Sink {
    private static final int WAITING = 3;

    private final Exporter.Sink sink;
    private final BlockingQueue<PatientBlock> filled = new ArrayBlockingQueue<>(WAITING + 1);
    private final BlockingQueue<PatientBlock> free = new ArrayBlockingQueue<>(WAITING + 1);
    private final PatientBlock end = new PatientBlock(0);
    private final Thread worker;
    private volatile Throwable failure;

    BackgroundSink(Exporter.Sink sink, int fields, String name) {
        this.sink = sink;
        for (int k = 0; k < WAITING; k++) {
            free.add(new PatientBlock(fields));
        }
        worker = new Thread(this::work, name);
        worker.setDaemon(true);
        worker.start();
    }

    private void work() {
        try {
            for (PatientBlock block = filled.take(); block != end; block = filled.take()) {
                if (failure == null) {
                    write(block);
                }
                free.add(block);
            }
        } catch (InterruptedException abandoned) {
            // close() interrupts a sink that is given up; nothing is left to do
            Thread.currentThread().interrupt();
        }
    }

    /** Keeps whatever was thrown, errors too: accept and finish throw it on the caller's thread. */
    private void write(PatientBlock block) {
        try {
            sink.accept(block);
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        }
    }

    @Override
    public void accept(PatientBlock block) throws IOException {
        rethrow();
        try {
            PatientBlock copy = free.take();
            copy.copyFrom(block);
            filled.put(copy);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    @Override
    public List<TableFile> finish() throws IOException {
        try {
            filled.put(end);
            worker.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        rethrow();
        return sink.finish();
    }

    @Override
    public void close() throws IOException {
        worker.interrupt();
        boolean interrupted = false;
        while (worker.isAlive()) { // the files must not be written to after they are closed
            try {
                worker.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        sink.close();
    }

    private void rethrow() throws IOException {
        Throwable seen = failure;
        if (seen instanceof IOException io) {
            throw io;
        }
        if (seen instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (seen instanceof Error error) {
            throw error;
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the export was interrupted");
    }
}
