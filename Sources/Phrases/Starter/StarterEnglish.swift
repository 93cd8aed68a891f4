extension Starter {
  /// The phrases in English: CSV records in the order of ``header``, without it.
  static let english: StaticString = #"""
    en-001,,Pre-sale,Auto-reply,Welcome greeting,"Hello and welcome to {{shop name}}! My name is {{agent name}}. Tell me what you are looking for or send me your order number, and I'll take it from there 😊",hello|first contact|good morning,hi
    en-002,,Pre-sale,Auto-reply,Welcome back,"Welcome back, {{customer name}}! It's lovely to hear from you again. How can I help you today?",returning customer|regular|repeat,
    en-003,,Pre-sale,Auto-reply,Busy right now,"Thank you for writing to us. We have more messages than usual and answer them in order. If you send your order number and question now, I can start straight away when it's your turn.",queue|waiting time|peak,busy
    en-004,,Pre-sale,Auto-reply,Out of office,Thanks for your message. Our team is away at the moment. Please leave your order number and question here; we answer in the order the messages came in.,closed|offline|night|away,ooo
    en-005,,Pre-sale,Auto-reply,Holiday hours,"Thank you for your message. We have a smaller team on duty over the holidays, so replies may take longer than usual. If it's urgent, please say so in the first line and we'll look at it first.",public holiday|Christmas|vacation,
    en-006,,Pre-sale,Auto-reply,Transfer to colleague,"One of my colleagues knows this subject best, so I'm passing our chat over now. They can see everything we've written, so you won't have to explain it again.",hand over|another agent|forward,
    en-007,,Pre-sale,Auto-reply,One moment please,"Let me look into that for you. It may take a few minutes, and I'll write to you here as soon as I have the answer.",hold on|checking|wait,omp
    en-008,,Pre-sale,Auto-reply,Still there check,"I just wanted to ask whether my last message helped. There's no rush at all. Our chat stays here, so you can pick it up whenever it suits you.",silent|no answer|follow up,
    en-009,,Pre-sale,Product knowledge,Size advice,"Happy to help with the size! Please tell me your height, your usual size and whether you like a close or a loose fit, and I'll compare that with the measurements of this item.",which fit|measurements|too small|too big,size
    en-010,,Pre-sale,Product knowledge,Measuring tips,"For the best match, measure something you already like to wear:
    1. Lay it flat and smooth it out.
    2. Measure chest, waist and length.
    3. Compare with the size chart on the product page.
    Send me the numbers if you'd like a second opinion.",size chart|how to measure|centimetres,
    en-011,,Pre-sale,Product knowledge,Colour differences,"Colours can look a little different from screen to screen. If the exact shade matters to you, I can ask for a photo of the item taken in daylight.",shade|color|looks different,col
    en-012,,Pre-sale,Product knowledge,Material and fabric,"{{product}} is made of {{material}}. The full list is under Details on the product page. If you're sensitive to a material, tell me and I'll check it for you.",composition|allergy|cotton,mat
    en-013,,Pre-sale,Product knowledge,Washing and care,"To keep it looking its best:
    1. Wash cold on a gentle cycle with similar colours.
    2. Leave out bleach and the tumble dryer.
    3. Dry it in the shade.
    If the care label says otherwise, please follow the label.",laundry|shrink|iron|clean,wash
    en-014,,Pre-sale,Product knowledge,Genuine product question,"Everything in our shop comes through regular supply channels. If anything about your item makes you wonder, send me photos of it and its label and I'll have it checked.",authentic|fake|original,
    en-015,,Pre-sale,Product knowledge,Out of stock,"{{product}} is out of stock at the moment. Choose ""Notify me"" on the product page and you'll get a message when it's back. I'm also glad to suggest something similar.",sold out|unavailable|restock,oos
    en-016,,Pre-sale,Product knowledge,Expiry date,"The batch we're sending at the moment is good until {{best before date}}. The date is printed on the pack, so you can check it when it arrives.",shelf life|fresh|best before,
    en-017,,Pre-sale,Product knowledge,Setup help,"Let's get it working together. Which step are you on, and what do you see? A photo or a screenshot helps me to find the right answer.",install|instructions|how to use|manual,setup
    en-018,,Pre-sale,Product knowledge,Compare two products,Happy to compare them. Tell me where you'd use it and what matters most to you; I'll list what is different and say which one I'd choose. The decision stays yours.,which is better|versus|recommend,
    en-019,,Pre-sale,Promotions,Spend and save,Spend {{threshold}} or more in one order and {{amount}} comes off at checkout. No code is needed; you'll see the discount before you pay.,offer|discount|sale,promo
    en-020,,Pre-sale,Promotions,Promotion dates,"{{promotion}} runs from {{start date}} to {{end date}}, and the time of payment counts. You can fill your basket now and check out once it starts.",when is the sale|start|finish,pdate
    en-021,,Pre-sale,Promotions,Free gift,"The free gift with selected items is {{gift}}, while stocks last. It travels in the same parcel, so please look through the packaging before you recycle it.",freebie|sample|bonus,gift
    en-022,,Pre-sale,Promotions,Second item offer,The second piece of this item has a reduced price. Put two in the same order and the checkout shows the new total. Please check it before you pay.,buy two|half price|multi-buy,
    en-023,,Pre-sale,Promotions,Pre-order payment,"A pre-order is paid in two steps:
    1. Pay the deposit now to reserve your item.
    2. Pay the balance from {{balance date}}; you'll get a reminder.
    The deposit terms and the dispatch window are on the product page. I'm glad to explain them.",deposit|balance|reserve,preo
    en-024,,Pre-sale,Promotions,Member benefits,"Membership is free. You collect points with your orders, receive member coupons and see member prices on selected items. You can join under My Account.",loyalty|points|rewards,
    en-025,,Pre-sale,Promotions,Discount not applied,I've looked at your basket: the discount isn't there because {{reason}}. Send me the items you'd like and I'll work out the best way to order them.,offer missing|wrong price|no reduction,
    en-026,,Pre-sale,Promotions,Promotion has ended,"I'm sorry, this promotion has ended and I can't change the price by hand. Let me see which offers are running now; one of them may suit your order.",too late|missed the sale|expired,
    en-027,,Pre-sale,Follow the shop,Follow our shop,"If you like our things, tap Follow on the shop page. You'll find us again easily and see new arrivals and offers early 🌷",subscribe|favourite|bookmark,fol
    en-028,,Pre-sale,Follow the shop,Coupon for followers,"As a thank-you for following us, a coupon is waiting for you on our shop page. The conditions are written on the coupon.",subscriber discount|newcomer offer,
    en-029,,Pre-sale,Follow the shop,Save to wish list,Add it to your wish list and you'll get a message when the price drops or it's back in stock. That way you don't have to keep checking.,favourites|price alert|remember,
    en-030,,Pre-sale,Follow the shop,New arrival alerts,"New arrivals appear on our shop page first. You can switch on notifications after following us, and switch them off again whenever you like.",latest|launch|notify,
    en-031,,Pre-sale,Follow the shop,Live show invitation,We'll show these pieces in our live show at {{time}}. Tell me what you'd like to see up close and I'll pass it on to the host.,stream|video|watch,
    en-032,,Pre-sale,Follow the shop,Customer group invitation,"We have a small group where customers share ideas and hear about new items. It's entirely up to you; if you'd like to join, I'll show you where to find it on our shop page.",community|club|chat room,
    en-033,,Pre-sale,Follow the shop,Thanks for following,"Thank you for following us! If you ever need anything, you can reach me right here. Have a lovely day 😊",subscribed|appreciate,
    en-034,,Order,Dispatch,Dispatch time,"Orders are packed in the order in which they are paid, and the usual handling time is on the product page. When yours leaves us, you'll get a message with the tracking number.",when will it ship|shipping|send out,ship
    en-035,,Order,Dispatch,Customer chasing dispatch,I'm sorry for the wait. I've asked the warehouse about order {{order number}} and marked it as urgent. I'll write to you here as soon as they answer. Thank you for your patience.,hurry|not shipped|still waiting,chase
    en-036,,Order,Dispatch,Order dispatched,Good news: order {{order number}} is on its way 📦 The tracking number is {{tracking number}}. You can follow the parcel under My Orders.,shipped|sent|left us,sent
    en-037,,Order,Dispatch,Dispatch delay,"I'm sorry, order {{order number}} will leave us later than planned because {{reason}}. You can wait, switch to an item in stock or have a refund. Whichever you choose, I'll arrange it.",late|postponed|backlog,delay
    en-038,,Order,Dispatch,Pre-order dispatch,"This is a pre-order item, so it leaves in the window shown on the product page, earliest payments first. If you need it sooner, I'll gladly look for something similar in stock.",not released|waiting list,
    en-039,,Order,Dispatch,Split shipment,"Your items are stored in different places, so they travel in separate parcels, each with its own tracking number. Please don't worry if one arrives before the others.",several parcels|partial delivery|only one came,
    en-040,,Order,Dispatch,Combine orders,"The address is the same, so I've added a note to send your orders together. If they're already packed, they'll travel separately at no extra cost to you.",merge|same parcel|ship together,
    en-041,,Order,Dispatch,Hold an order,"Of course. I've noted that order {{order number}} should stay with us until {{date}}. If your plans change, just tell me.",ship later|pause|keep it back,hold
    en-042,,Order,Dispatch,Daily cut-off time,"Orders paid before {{cut off time}} usually go into packing on the same working day, later ones on the next. In busy sale periods, please see the note on our shop page.",today|deadline|working day,
    en-043,,Order,Dispatch,Check before packing,"We're about to pack your order. Is everything right?
    Name: {{recipient}}
    Phone: {{phone}}
    Address: {{address}}
    If something should change, please tell me now and I'll see to it.",confirm address|verify details,
    en-044,,Order,Courier,Which courier,"We usually send with {{courier}}; the label on the parcel has the last word. If one doesn't work well at your address, tell me and I'll add a note for the warehouse.",carrier|delivery company|choose,cour
    en-045,,Order,Courier,Track a parcel,"Open My Orders, choose the order and tap Track. You'll see every stop so far. If it doesn't open, send me the order number and I'll look it up.",where is my order|follow|location,track
    en-046,,Order,Courier,Tracking not moving,"I can see that parcel {{tracking number}} hasn't moved since {{place}}. I've asked the courier to find out where it is, and I'll tell you what they say.",no update|lost|stopped,stuck
    en-047,,Order,Courier,Out for delivery,"Your parcel is with the delivery driver. Is your phone number in the order still right? If the parcel is left at a pick-up point or in a locker, the collection code comes by text message.",driver|arriving|collection,
    en-048,,Order,Courier,Delivered but not received,"I'm sorry, that's worrying. Could a neighbour, the reception or a pick-up point have taken it in? Meanwhile I'm asking the courier who signed and where. If it never reached you, we'll put it right.",missing parcel|stolen|signed for,dnr
    en-049,,Order,Courier,Delivery to the door,"I've added a note asking the driver to ring and bring it to your door. If that doesn't happen, let me know and I'll take it up with the local depot.",upstairs|locker|left outside,door
    en-050,,Order,Courier,Remote area delivery,"Not every courier covers your area, so before you order I'm glad to ask whether they deliver to you. The checkout shows the cost, and you decide from there.",island|rural|surcharge,
    en-051,,Order,Courier,Courier service suspended,"I'm sorry: because of {{reason}}, couriers aren't accepting parcels for {{area}} at present. We'll keep your order ready and send it once they do. If you'd rather have a refund, just say so.",storm|strike|weather,
    en-052,,Order,Courier,Refuse damaged parcel,"If the box is badly damaged, you may refuse it at the door. Please take a photo first and send it to me; I'll look after the replacement or the refund.",reject|broken box|don't accept,
    en-053,,Order,Courier,Delivery costs,"The checkout shows the delivery cost before you pay. If an item is faulty or we sent the wrong one, we pay the postage both ways.",shipping fee|postage|free shipping,fee
    en-054,,Order,Coupons,Get a coupon,"Tap Collect on the shop page or the product page, and the coupon is in your account. If it doesn't work, send me a screenshot and I'll find out why.",voucher|where to find|discount code,coup
    en-055,,Order,Coupons,Coupon not working,"Let's find out why. It's usually one of these:
    1. The order total is below the minimum.
    2. The item isn't covered by the coupon.
    3. The coupon hasn't started yet or has expired.
    Send me a screenshot of the coupon and the checkout, and I'll check.",invalid code|error|rejected,cnw
    en-056,,Order,Coupons,Combine coupons,"Each coupon says whether it can be combined, and the checkout applies what it can. Send me the items you'd like and I'll work out the best price for you.",use two|both|together,
    en-057,,Order,Coupons,Coupon expiry date,"Your coupon is valid until {{date}}. I'm not able to extend it, so it's worth using before then. If you aren't ready to buy, that's fine too; there are other offers through the year.",valid until|extend|deadline,
    en-058,,Order,Coupons,Coupon after a refund,"When an order is refunded, a coupon that is still valid returns to your account. You can see it under My Coupons. If it isn't there, tell me and I'll look into it.",lost voucher|get it back,
    en-059,,Order,Coupons,Coupon sent to you,I've added a coupon of {{amount}} to your account. It's valid until {{date}} and works on your next order. Thank you for bearing with us.,compensation|goodwill|new voucher,csent
    en-060,,Order,Coupons,Forgot to use coupon,"That's easily done! If the order hasn't left, we can cancel it so that you can order again with the coupon; let me check the stock first. If it has left, I'll ask what we can still do.",missed voucher|reorder,
    en-061,,Order,Coupons,First order coupon,"If this is your first order with us, collect the newcomer coupon on the product page before you check out. The conditions are written on it 🎁",new customer|sign-up|welcome offer,
    en-062,,Order,How to buy,Order steps,"Here's how to order:
    1. Choose colour and size on the product page.
    2. Tap Buy now and check your address.
    3. Apply your coupon and pay.
    If anything looks odd, send me a screenshot.",how to purchase|guide|checkout,buy
    en-063,,Order,How to buy,Use the basket,Add everything you like to the basket and check out once. Offers are then counted together and you pay delivery for one order only.,cart|several items|together,
    en-064,,Order,How to buy,Payment methods,"You can use any method shown at checkout. If one is greyed out or fails, try another, or send me the message you see and I'll help.",card|pay by|instalments,pay
    en-065,,Order,How to buy,Payment failed,"Let's try this:
    1. Check the card limit and balance.
    2. Switch network or reopen the app.
    3. Try another payment method.
    If money has left your account but the order is still unpaid, please don't pay twice; send me a screenshot and I'll look into it.",declined|charged|error,pfail
    en-066,,Order,How to buy,Cash on delivery,"We don't offer cash on delivery at the moment, only the methods shown at checkout. If that makes you unsure, I'm glad to explain how your payment is protected.",pay the driver|pay later,
    en-067,,Order,How to buy,Request an invoice,"Certainly. Please send me the name or company, the tax number if you need it shown, and your e-mail address. I'll let you know when the invoice has been sent.",receipt|tax|bill,inv
    en-068,,Order,How to buy,Let someone else pay,"After placing the order, choose ""Ask someone to pay"" and send them the link. Once they've paid, the order goes ahead. It's worth asking them to check the amount first.",gift|payment link|friend,
    en-069,,Order,How to buy,Ordered wrong item,"No problem at all. If the order hasn't left, you can ask for a refund and order the right one. Tell me which one you'd like and I'll check the stock first.",mistake|mixed up|reorder,
    en-070,,Order,How to buy,Bulk order enquiry,"Thank you for thinking of us. Please tell me the items, the quantities, the destination and when you need them, and I'll send you an offer by {{time}}.",wholesale|corporate|quantity,bulk
    en-071,,Order,Payment reminder,Unpaid order reminder,"Your order for {{product}} is waiting for payment. Is there anything I can clear up first? I'm happy to answer questions about size, delivery or price.",pending|not paid|checkout,unpd
    en-072,,Order,Payment reminder,Low stock reminder,"There aren't many left of the one you chose, and your order is held until {{time}}. If it turns out not to suit you, you can return it under our usual terms, so there's no pressure.",almost gone|last pieces|selling fast,
    en-073,,Order,Payment reminder,Offer ends soon,"A quick reminder: {{promotion}} ends on {{end date}} and the price goes back up then. Your order isn't paid yet, so please complete it before that if you'd like the offer.",countdown|last chance|price rise,
    en-074,,Order,Payment reminder,Hesitating customer,"I noticed your order isn't paid yet. Is it the size, the colour or the price? Tell me and I'll give you my honest opinion, and it's quite all right not to buy 😊",unsure|thinking about it|undecided,
    en-075,,Order,Payment reminder,Order closes soon,"Order {{order number}} will close by itself at {{time}}. If you'd still like it, please pay before then. If not, there's nothing you need to do.",automatic cancel|timeout|expires,close
    en-076,,Order,Payment reminder,Adjusted price ready,I've changed the price: order {{order number}} now comes to {{amount}}. Please refresh the page and check the amount before you pay.,new total|price change|updated,adj
    en-077,,Order,Payment reminder,After you pay,"Once your payment is in, the order joins the packing queue and you'll get a confirmation. I'll look over your address once more, so you needn't worry.",what happens next|confirmation,
    en-078,,Order,Payment reminder,Balance due reminder,"The balance for {{product}} can be paid now, until {{deadline}}. Open the order and tap Pay balance. If you have a coupon, remember to apply it first.",pre-order|remaining payment,
    en-079,,Order,Closing,Thank you goodbye,"Thank you for shopping with us! If anything comes up after your parcel arrives, you'll find me right here. Enjoy your day 🌷",thanks|farewell|end,ty
    en-080,,Order,Closing,Issue resolved,"I'm glad we could settle that. If anything else comes up, just write to us here. All the best!",sorted|fixed|you're welcome,
    en-081,,Order,Closing,Ask for feedback,"How did we do today? If you have a moment, please rate this chat. Praise and criticism are both welcome, and we read every word.",review|rating|survey,feed
    en-082,,Order,Closing,Good night closing,"It's getting late, so I'll let you rest. Your case is written down and we'll carry on with it when we're back. Good night!",evening|sleep|bye,
    en-083,,Order,Closing,Check on arrival,"When your parcel arrives, please look at the outside before you open it, and take a photo if anything seems off. Write to me straight away and I'll help.",unboxing|inspect|condition,
    en-084,,Order,Closing,Happy weekend wish,"Everything is noted and in good hands. Thank you for your patience, and have a relaxing weekend!",Friday|enjoy,
    en-085,,Order,Closing,Holiday greeting,Happy {{holiday}}! Thank you for being our customer. We wish you and your family good health and a peaceful time.,season|new year|Christmas,
    en-086,,Order,Closing,No sale goodbye,"That's perfectly fine, and thank you for looking around. If you change your mind, I'm here, and I'll be glad to pick up where we left off.",not buying|maybe later,
    en-087,,After-sale,Returns and exchanges,Return address,"Please send your parcel to:
    {{recipient}}
    {{return address}}
    Phone: {{phone}}
    Put a note with your order number inside and enter the tracking number in your return request.",where to send|send back|ship back,rtadr
    en-088,,After-sale,Returns and exchanges,Return steps,"Here is how a return works:
    1. Open the order and choose Return.
    2. Wait for our approval and the address.
    3. Send the item and enter the tracking number.
    4. Once it has been checked, we refund you.
    You can see the progress in your request.",how to send back|procedure|process,ret
    en-089,,After-sale,Returns and exchanges,Change of mind return,Within the return period on the product page you can return an item that is unused and complete with its tags and parts. Send me the order number and I'll check yours.,don't like it|not suitable|regret,com
    en-090,,After-sale,Returns and exchanges,Exchange steps,"Happy to exchange it. Please:
    1. Choose Exchange in the order and note the size or colour you want.
    2. Send the item to the address shown.
    3. We check it and send the new one.
    Let me see first whether your choice is in stock.",swap|another size|replace,exch
    en-091,,After-sale,Returns and exchanges,Faulty item,"I'm so sorry it reached you like that. Please send me photos of the whole item, the fault and the label. Once we've seen them, you choose between a refund and an exchange, and we pay the postage.",defect|quality|broken,fault
    en-092,,After-sale,Returns and exchanges,Damaged in transit,"I'm sorry your parcel wasn't protected well enough. Please send photos of the box and the damage. Once we've seen them, we'll replace the item or refund it; which would you prefer?",smashed|leaking|crushed,dmg
    en-093,,After-sale,Returns and exchanges,Missing item,"I'm sorry something is missing. Please photograph everything you received and the label; I'll compare it with the packing record. If we left it out, we'll send it on or refund that item.",incomplete|short|part not included,miss
    en-094,,After-sale,Returns and exchanges,Wrong item received,"I'm sorry, we sent you the wrong item. You won't pay any postage. Please send me a photo, and I'll arrange the collection and send you the right one.",mix-up|not mine|different product,wir
    en-095,,After-sale,Returns and exchanges,Return postage,"If the item is faulty or we made a mistake, we pay the postage both ways. If you've changed your mind, you pay the way back, unless your order includes return cover; I can check that for you.",shipping cost|who pays|fee,rpost
    en-096,,After-sale,Returns and exchanges,Return period over,"The return period for this order is over, so the system won't open a request. I'd still like to help: tell me what's wrong, with a photo if you can, and I'll ask what we can do.",too late|expired|overdue,
    en-097,,After-sale,Returns and exchanges,Return received,"Your parcel {{tracking number}} has reached our warehouse and is being checked. You'll get a message when that's finished, and I'll keep an eye on the refund.",arrived back|inspection,
    en-098,,After-sale,Refunds,Refund timing,Your refund has been submitted and goes back to the account you paid from. How long that takes depends on your bank or card company. You can follow it in the refund details of the order.,how long|money back|when,ref
    en-099,,After-sale,Refunds,Refund before dispatch,"Certainly. Open the order, choose Refund and pick the reason that fits. I'll ask the warehouse to stop it and then approve your request.",cancel|not shipped|don't want,rbd
    en-100,,After-sale,Refunds,Refund after dispatch,"Your order has already left. I'll ask the courier to turn it around, and if it does reach you, you may refuse it at the door. Once it's back with us, we'll refund you.",intercept|on the way|stop parcel,rad
    en-101,,After-sale,Refunds,Partial refund offer,"I'm sorry about the trouble. Would this be fair: you keep the item and we refund {{amount}}? If that doesn't feel right, let's talk about what would.",compensation|keep it|part of the money,
    en-102,,After-sale,Refunds,Refund approved,Your refund of {{amount}} has been approved and is going back to the account you paid from. You'll see it on your statement once your bank has booked it.,accepted|confirmed,rok
    en-103,,After-sale,Refunds,Refund progress,"Your refund is at this step: {{refund status}}. I'll write to you here when it changes or when something is needed from you, and you can ask me at any time.",status|still waiting|update,
    en-104,,After-sale,Refunds,Refund amount question,"You paid {{amount}} after the discount, and that is what we refund. A coupon that is still valid goes back to your account. I'll gladly list the figures for you.",too little|less than paid,
    en-105,,After-sale,Refunds,Refund declined explanation,"I'm sorry, your request wasn't approved because {{reason}}. You can add photos or details and send it again, and I'll help you with the wording.",rejected|refused|denied,
    en-106,,After-sale,Refunds,Refund scam warning,"A word of caution: we never phone to ask for codes, transfers or app downloads. Refunds happen only inside your order. If a call seems odd, please hang up and ask me here.",fraud|phishing|fake call,scam
    en-107,,After-sale,Price difference,Price protection request,"If your item is covered by price protection, open the order and tap Price protection. Once it's checked, the difference goes back to the account you paid from. If you don't see it, send me a screenshot.",price match|adjustment|cheaper,pp
    en-108,,After-sale,Price difference,Price dropped after purchase,"That's annoying, and I'd feel the same. Send me the order number and I'll check whether price protection applies. If it does, I'll put in the request for you.",cheaper now|overpaid|reduced,
    en-109,,After-sale,Price difference,Difference refunded,The difference of {{amount}} for order {{order number}} has been submitted and is going back to the account you paid from.,paid back|adjusted,
    en-110,,After-sale,Price difference,Price protection over,"I've checked carefully: the protection period for this order is over, so I can't refund the difference, and I'm sorry about that. I've added a coupon of {{amount}} as a small gesture.",expired|too late,
    en-111,,After-sale,Price difference,Sale price not covered,"This lower price belongs to {{promotion}}, which price protection doesn't cover. I understand that's disappointing. Let me see whether another offer helps with your next order.",flash deal|excluded,
    en-112,,After-sale,Price difference,Pay the difference,"This version costs {{amount}} more. Please use the price difference link and write your order number in the note. Tell me when it's done, and I'll arrange the change.",upgrade|top up|extra,paydf
    en-113,,After-sale,Price difference,Difference worked out,"The difference is what you paid, {{paid amount}}, less the price today, {{current price}}, with coupons counted in. That makes {{amount}}.",calculation|how much,
    en-114,,After-sale,Cashback,Cashback terms,"For {{promotion}}, orders that meet the conditions on the offer page receive {{amount}} back after delivery is confirmed. Send me your order number and I'll check yours.",rebate|money back|rules,cash
    en-115,,After-sale,Cashback,Claim cashback,"Claiming is simple:
    1. Confirm that you received your order.
    2. Send me the order number.
    3. I check it and submit the cashback.
    It is paid into your shop account only, and we never ask for passwords or codes.",how to get|rebate|apply,claim
    en-116,,After-sale,Cashback,Cashback paid,"Your cashback of {{amount}} has been paid; you'll find it in the history of your shop account. If it isn't there, send me a screenshot and I'll look into it.",received|credited,
    en-117,,After-sale,Cashback,Cashback not received,I'm sorry for the wait. The cashback for order {{order number}} is being checked. There's no need to send it again; I'll tell you the result here.,missing|pending|where is,
    en-118,,After-sale,Cashback,Not eligible for cashback,"I've checked your order, and it isn't covered because {{reason}}. I'm sorry I don't have better news. There are other offers at the moment, and I'll gladly show you.",refused|excluded|conditions,
    en-119,,After-sale,Cashback,Cashback for reviews,"Thank you for asking. We don't pay for good reviews: the rules forbid it, and we'd rather hear what you really think. Please write just what you feel.",five stars|rating reward,
    en-120,,After-sale,Cashback,Cashback details needed,"To register your cashback, please send me:
    Order number:
    Name on the order:
    Name of the offer:
    Please don't send card numbers, passwords or codes.",form|information,
    en-121,,After-sale,Change an order,Change delivery address,"Of course. Please send the new name, phone number and full address, and I'll read it back to you before I change it. If it's already packed, I'll ask the warehouse whether it can still be changed.",moved|wrong address|ship elsewhere,addr
    en-122,,After-sale,Change an order,Address changed,Done. The order will go to: {{new address}}. Please take one last look and tell me if anything isn't right.,updated|confirmed,
    en-123,,After-sale,Change an order,Change phone number,"The contact number for order {{order number}} is now {{phone}}, and the driver will use this one. Are all the digits right?",mobile|contact|wrong digits,
    en-124,,After-sale,Change an order,Change size or colour,"No problem. Which size or colour would you like? If the order hasn't left, I'll add the note now. If the price differs, I'll ask you before I change anything.",swap|variant|color,
    en-125,,After-sale,Change an order,Address change after dispatch,"Your parcel has left, so I can't edit the address, but I can ask the courier to redirect it. Please send me the new address. Whether it works depends on the local depot.",reroute|forward|redirect,
    en-126,,After-sale,Change an order,Add order note,"I've added this note for the warehouse: {{note}}. If you think of something else before it's packed, just tell me.",gift message|remark|special wish,
    en-127,,After-sale,Change an order,Cancel an order,"You'd like to cancel order {{order number}}, is that right? Reply Yes and I'll ask the warehouse to stop it and then see to your refund.",stop|withdraw|don't want,cancl
    en-128,,After-sale,Change an order,Add another item,"Please place a second order with the same address, and I'll add a note to send both together. If the first is already packed, the second travels by itself.",one more|extra piece,
    en-129,,After-sale,Change an order,Correct an invoice,"I can have it corrected. Please send me the right name and tax number. The old invoice is cancelled first, and I'll let you know when the new one has been sent.",wrong name|tax number|reissue,
    en-130,,Calming,,Upset customer,"I understand why you're upset, and I'm sorry. Please tell me what happened in your own words. I'll take it from here and keep you informed.",angry|furious|frustrated,calm
    en-131,,Calming,,Sincere apology,"I'm truly sorry. We didn't do this well, and you had every reason to expect better. What would put it right for you?",apologise|our fault|regret,sorry
    en-132,,Calming,,Sorry for the wait,I'm sorry you've waited so long for an answer. I'm opening your order now and will tell you what I see and what we can do.,slow reply|no response|ignored,
    en-133,,Calming,,Thanks for understanding,"Thank you for being so understanding; it means a lot to us. I have your case in mind, and you'll hear from me when there's news.",patience|kind,
    en-134,,Calming,,Explained many times,"I'm sorry you've had to explain this more than once. I've read the whole conversation, so there's nothing to repeat, and I'll stay with it until it's settled.",repeat|passed around|again,
    en-135,,Calming,,Disappointed with the item,"You were looking forward to it, and it's not what you hoped for. I'm sorry about that. Tell me what's different from what you expected, and we'll look for a way to make it better.",let down|unhappy|expectations,
    en-136,,Calming,,Late gift,"I know how much this gift matters to you. I'm asking the courier now where it is, and meanwhile let's think of a second plan, so that you aren't left guessing.",birthday|in time|present,
    en-137,,Calming,,Urgently needed item,"I can see you need this soon. I'll find out where the parcel is and whether there's a quicker way, and I'll tell you honestly what I learn.",asap|emergency|hurry,
    en-138,,Calming,,I will follow up,"I've written everything down and I'm looking after it myself. I'll write to you by {{time}}, and if there's no result by then, I'll tell you how far we've got.",call back|keep me informed,fup
    en-139,,Calming,,Checking in again,"Hello {{customer name}}, I wanted to ask whether everything has been settled since we last spoke. If anything still bothers you, please tell me.",follow-up|satisfied|afterwards,
    en-140,,Calming,,Small goodwill gesture,"We've caused you trouble, so I've requested {{amount}} for you as a gesture. It doesn't undo what happened, but I hope it shows that we care.",compensation|make up for,gdwl
    en-141,,Complaints,,Register a complaint,"Thank you for telling us; I'm taking this up as a complaint. Please give me:
    1. Your order number.
    2. What happened, and when.
    3. What you'd like us to do.
    You can ask me about the progress at any time.",dissatisfied|report|log,cmpl
    en-142,,Complaints,,Complaint about an agent,"I'm sorry you were left feeling that way. I'll pass the conversation to our supervisor, who will look into it. Thank you for telling us; it helps us do better.",rude|attitude|unfriendly,
    en-143,,Complaints,,Complaint about the courier,"I'm sorry about this. We chose the courier, so it's ours to sort out. Please tell me what happened and the tracking number, and I'll take it up with them and report back.",driver|thrown|careless,
    en-144,,Complaints,,Pass to supervisor,"I've given your case, with all the details, to {{supervisor name}}, who will contact you by {{time}}. You can also leave a message here.",manager|boss|escalation,sup
    en-145,,Complaints,,Reply to bad review,"We've read your review and take it seriously. I'm not here to ask you to change it. I'd like to know what went wrong, and to help. May I ask you a few questions?",one star|negative rating,brev
    en-146,,Complaints,,Ask platform to step in,"You're free to bring in the platform, and we'll cooperate fully. If you like, I'll explain our proposal first, and you decide afterwards.",dispute|arbitration|mediation,
    en-147,,Complaints,,Complaint result,"We've looked into your complaint. What we found: {{findings}}. What we propose: {{proposal}}. Does that work for you? If not, please say so openly.",outcome|investigation|answer,
    en-148,,Complaints,,Misleading description,"Thank you for pointing this out. Please send me a screenshot of the page and a photo of your item. If our description is wrong, we'll correct it and put your order right.",false advertising|not as described,
    en-149,,Complaints,,Thanks for the complaint,"Thank you for your criticism; it showed us something we'd missed. I've passed every point on to the people who can change it, and I hope you'll notice the difference next time.",suggestion|improve,
    en-150,,Complaints,,Unresolved for too long,"You've had to come to us several times about the same thing, and that's our failing. I've passed it up to {{person in charge}}, who stays with it until you have a clear answer.",again|no solution|dragging on,
    """#
}
