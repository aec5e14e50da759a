"""Kernels that are forked: provisioner, manager and client for Jupyter's machinery.

Where a kernel cannot be forked they do as Jupyter's own.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import tempfile
import uuid
from pathlib import Path
from queue import Empty
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import default

from mentorkit.review.forked import ForkedProcess
from mentorkit.review.forking import CannotFork, can_fork, shared


POLL_SECONDS = 0.004
OVERHEARD_SECONDS = 0.03
"""How long what a kernel publishes may come after its answer. What it published before
this side had subscribed never comes, and it is asked again."""

GRACE_SECONDS = 0.25
"""How long a kernel that was asked to end is left alone before it is interrupted."""

LONGEST_ADDRESS = 90
"""Of a folder of sockets; the system takes 107 characters with the socket's name."""


class ForkProvisioner(LocalProvisioner):
    """Forks a kernel where it can, and starts it as usual where not."""

    process: Any = None

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Start a kernel."""
        forked = self._fork(cmd, kwargs)
        if forked is None:
            return await super().launch_kernel(cmd, **kwargs)
        shared.kernels += 1
        self.process = forked
        self.pid = self.pgid = forked.pid
        self.cwd = kwargs.get("cwd") or Path.cwd()
        return self.connection_info

    def _fork(self, cmd: list[str], kwargs: dict[str, Any]) -> ForkedProcess | None:
        streams = any(kwargs.get(name) is not None for name in ("stdout", "stderr"))
        if streams or kwargs.get("independent") or not can_fork(cmd):
            return None
        argv = cmd[cmd.index("-f") :]
        env = {
            name: str(value) for name, value in kwargs.get("env", os.environ).items()
        }
        cwd = str(kwargs.get("cwd") or Path.cwd())
        scratch = (
            self.parent.scratch if isinstance(self.parent, ForkKernelManager) else ""
        )
        try:
            return shared.parent().fork(argv, env, cwd, scratch)
        except CannotFork as reason:
            self.log.info("An ordinary kernel is started: %s", reason)
            return None

    async def wait(self) -> int | None:
        """Wait for the kernel's end, looking more often than Jupyter does."""
        while await self.poll() is None:  # noqa: ASYNC110 - nobody else could say it
            await asyncio.sleep(POLL_SECONDS)
        code: int | None = await super().wait()
        return code

    async def cleanup(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - Jupyter's
        """Leave nothing of the kernel behind."""
        await super().cleanup(restart=restart)
        if isinstance(self.process, ForkedProcess):
            self.process.close()


class ForkKernelClient(AsyncKernelClient):
    """Knows that a kernel is ready by its first word."""

    async def _async_wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - Jupyter's
        """Wait for a kernel that was asked something to be done with it.

        Jupyter's own waits until the kernel has been silent for a while.
        """
        clock = asyncio.get_running_loop().time
        until = clock() + (float("inf") if timeout is None else timeout)
        while not await self._answered(1):
            if not await self._async_is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if clock() > until:
                raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    wait_for_ready = _async_wait_for_ready

    async def _answered(self, seconds: float) -> bool:
        asked = self.kernel_info()
        try:
            while True:
                said = await self.shell_channel.get_msg(timeout=seconds)
                if said["parent_header"].get("msg_id") == asked:
                    break
            self._handle_kernel_info_reply(said)
            while True:
                said = await self.iopub_channel.get_msg(timeout=OVERHEARD_SECONDS)
                idle = said["content"].get("execution_state") == "idle"
                if idle and said["parent_header"].get("msg_id") == asked:
                    return True
        except Empty:
            return False


class ForkKernelManager(AsyncKernelManager):
    """Manages a kernel that is forked, if it is one that can be."""

    scratch = ""
    """A folder for the kernel's sockets, and nothing else."""

    @default("client_factory")
    def _client_factory_default(self) -> type[AsyncKernelClient]:
        return ForkKernelClient if self.scratch else AsyncKernelClient

    async def _async_pre_start_kernel(self, **kw: Any) -> Any:
        if self.provisioner is None and self.forks():
            self.kernel_id = self.kernel_id or str(uuid.uuid4())
            self.provisioner = ForkProvisioner(
                kernel_id=self.kernel_id, kernel_spec=self.kernel_spec, parent=self
            )
        return await super()._async_pre_start_kernel(**kw)

    def forks(self) -> bool:
        """Return whether it is to be forked, with an address that no other kernel has.

        Files instead of numbered ports, since two kernels may be given the same port.
        """
        spec = self.kernel_spec
        if spec is None or spec.env or not can_fork(spec.argv):
            return False
        if "kernel_provisioner" in spec.metadata:
            return False
        folder = tempfile.mkdtemp(prefix="mentorkit-kernel-")
        if len(folder) > LONGEST_ADDRESS:
            Path(folder).rmdir()
            return False
        self.scratch = folder
        self.transport = "ipc"
        self.connection_file = str(Path(folder, "kernel.json"))
        self.ip = str(Path(folder, "socket"))
        return True

    async def _async_wait(self, pollinterval: float = POLL_SECONDS) -> None:
        await super()._async_wait(min(pollinterval, POLL_SECONDS))

    async def _async_interrupt_kernel(self) -> None:
        if not (self.shutting_down and self.scratch):
            await super()._async_interrupt_kernel()

    async def _async_finish_shutdown(self, *args: Any, **kw: Any) -> None:
        """Interrupt only a kernel that goes on; one that ends would complain of it."""
        if self.scratch:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._async_wait(), GRACE_SECONDS)
            if self.has_kernel and await self._async_is_alive():
                await self._async_signal_kernel(signal.SIGINT)
        await super()._async_finish_shutdown(*args, **kw)

    async def _async_cleanup_resources(self, restart: bool = False) -> None:  # noqa: FBT001, FBT002 - Jupyter's
        await super()._async_cleanup_resources(restart=restart)
        if self.scratch and not restart:
            shutil.rmtree(self.scratch, ignore_errors=True)

    # Jupyter's names for them point at its own until they are set again.
    cleanup_resources = _async_cleanup_resources
    finish_shutdown = _async_finish_shutdown
