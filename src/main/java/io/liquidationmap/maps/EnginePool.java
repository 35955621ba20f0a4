package io.liquidationmap.maps;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The threads on which maps are computed. Requests run on virtual threads, of which there may be thousands; the
/// engine is bound by the processor, so it gets as many platform threads as there are processors and a bounded queue.
@Component
class EnginePool implements DisposableBean {

    private final ExecutorService executor;
    private final int threads;

    EnginePool(MapsProperties properties, MeterRegistry meters) {
        threads = properties.engineThreads() > 0
                ? properties.engineThreads()
                : Runtime.getRuntime().availableProcessors();
        executor = ExecutorServiceMetrics.monitor(
                meters,
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(properties.engineQueue()),
                        Thread.ofPlatform().name("engine-", 0).daemon().factory()),
                "liquidationmap.engine",
                List.of());
    }

    /// How many there are.
    int threads() {
        return threads;
    }

    /// Runs `work` on a thread of the pool and waits for it.
    ///
    /// @throws BusyException if too much is waiting already
    <T> T compute(Callable<T> work) {
        return result(submit(work));
    }

    /// Runs the pieces of a large computation and waits for all of them. No more of them are handed in at a time than
    /// there are threads, so that whoever asks for less meanwhile waits for one piece and not for the whole.
    ///
    /// @return their results, in the order of the pieces
    /// @throws BusyException if too much is waiting already
    <T> List<T> computeAll(List<? extends Callable<T>> pieces) {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (i >= threads) {
                result(running.get(i - threads));
            }
            running.add(submit(pieces.get(i)));
        }
        return running.stream().map(EnginePool::result).toList();
    }

    private <T> Future<T> submit(Callable<T> work) {
        try {
            return executor.submit(work);
        } catch (RejectedExecutionException _) {
            throw new BusyException();
        }
    }

    private static <T> T result(Future<T> work) {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a map was computed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
