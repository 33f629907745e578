// Asks the browser for a passkey and sends its answer with the form; or leads back to the app.
// Browsers know these calls since 2024 (WebAuthn Level 3); older ones are told so.
'use strict'

const form = document.getElementById('passkey-form')
const back = document.getElementById('passkey-return')

function tell(reason) {
  const fault = document.getElementById('passkey-fault')
  fault.textContent = fault.dataset[reason]
  fault.hidden = false
}

function reasonOf(error) {
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') {
    return 'cancelled'
  }
  return error.name === 'InvalidStateError' ? 'known' : 'failed'
}

async function ask() {
  const { publicKey } = JSON.parse(form.dataset.options)
  if (form.dataset.makes === 'yes') {
    return navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(publicKey),
    })
  }
  return navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(publicKey),
  })
}

async function answer(event) {
  event.preventDefault()
  const button = form.querySelector('button')
  if (typeof globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON !== 'function') {
    tell('unsupported')
    return
  }
  button.disabled = true
  document.getElementById('passkey-fault').hidden = true
  try {
    const credential = await ask()
    form.elements.answer.value = JSON.stringify(credential.toJSON())
    form.submit()
  } catch (error) {
    tell(reasonOf(error))
    button.disabled = false
  }
}

form?.addEventListener('submit', answer)
if (back !== null) {
  globalThis.location.replace(back.href)
}
