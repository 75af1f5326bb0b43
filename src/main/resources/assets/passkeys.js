// Passkeys need the browser's own dialogue, which only a script can open.
"use strict";
(() => {
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const post = async (path, form, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { [form.dataset.header]: form.elements._csrf.value, "Content-Type": "application/json", Accept: "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };
  const known = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));
  const told = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: {},
    response,
  });

  const add = async (form) => {
    const options = await post("/account/passkeys/options", form);
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = known(options.excludeCredentials);
    const made = await navigator.credentials.create({ publicKey: options });
    const label = encodeURIComponent(form.elements.label.value);
    return post("/account/passkeys?label=" + label, form, told(made, {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    }));
  };

  const enter = async (form) => {
    const options = await post("/sign-in/passkey/options", form);
    options.challenge = bytes(options.challenge);
    options.allowCredentials = known(options.allowCredentials);
    const given = await navigator.credentials.get({ publicKey: options });
    const next = form.elements.next ? form.elements.next.value : "";
    return post("/sign-in/passkey?next=" + encodeURIComponent(next), form, told(given, {
      clientDataJSON: text(given.response.clientDataJSON),
      authenticatorData: text(given.response.authenticatorData),
      signature: text(given.response.signature),
      userHandle: given.response.userHandle ? text(given.response.userHandle) : null,
    }));
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    if (!window.PublicKeyCredential) continue;
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const problem = form.querySelector("[role=alert]");
      problem.hidden = true;
      try {
        const work = form.dataset.passkey === "add" ? add : enter;
        const { next } = await work(form);
        location.assign(next);
      } catch (error) {
        console.warn(error);
        problem.textContent = form.dataset.failed;
        problem.hidden = false;
      }
    });
  }
})();
